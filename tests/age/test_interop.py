"""Both ways against four other implementations: age 1.3, age 1.1, pyrage and typage."""

import base64
import json
import os
import secrets
import subprocess
from pathlib import Path

import pyrage
import pytest
from tests.tools.peers import need_age, need_old_age, need_typage

from panoh import age

CHUNK = 64 * 1024
SIZES = (0, 1, 300, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 1_000_003)
CLASSIC = age.X25519Identity.generate()
HYBRID = age.HybridIdentity.generate()
BOTH = pytest.mark.parametrize("key", [CLASSIC, HYBRID], ids=["classic", "hybrid"])
Key = age.X25519Identity | age.HybridIdentity


def _run(program: Path, *options: str, data: bytes, phrase: str = "") -> bytes:
    environment = {
        **os.environ,
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "AGE_PASSPHRASE": phrase,
        "AGE_PASSPHRASE_WORK_FACTOR": "10",
    }
    return subprocess.run(
        [program, *options], input=data, env=environment, capture_output=True, check=True
    ).stdout


def _opens(program: Path, folder: Path, key: Key, sealed: bytes) -> bytes:
    file = folder / "key.txt"
    file.write_text(f"# a test key\n{key}\n")
    return _run(program, "-d", "-i", str(file), data=sealed)


@BOTH
@pytest.mark.parametrize("size", SIZES)
def test_age_both_ways(size: int, key: Key, tmp_path: Path) -> None:
    program, plain = need_age(), secrets.token_bytes(size)
    assert _opens(program, tmp_path, key, age.encrypt(plain, [key.recipient()])) == plain
    sealed = _run(program, "-r", str(key.recipient()), data=plain)
    assert age.decrypt(sealed, [key]) == plain


@BOTH
def test_age_text_form_both_ways(key: Key, tmp_path: Path) -> None:
    program, plain = need_age(), secrets.token_bytes(1000)
    text = age.armor(age.encrypt(plain, [key.recipient()]))
    assert _opens(program, tmp_path, key, text) == plain
    text = _run(program, "-a", "-r", str(key.recipient()), data=plain)
    assert age.decrypt(age.dearmor(text), [key]) == plain
    assert age.armor(age.dearmor(text)) == text


@BOTH
def test_age_several_recipients_both_ways(key: Key, tmp_path: Path) -> None:
    program, plain = need_age(), b"for several"
    keys = [type(key).generate(), key, type(key).generate()]
    sealed = age.encrypt(plain, [one.recipient() for one in keys])
    assert _opens(program, tmp_path, keys[2], sealed) == plain
    options = [word for one in keys for word in ("-r", str(one.recipient()))]
    assert age.decrypt(_run(program, *options, data=plain), [keys[1]]) == plain


@BOTH
def test_age_reads_and_writes_the_same_keys(key: Key) -> None:
    keygen = need_age().parent / "age-keygen"
    public = _run(keygen, "-y", data=f"{key}\n".encode()).decode().strip()
    assert public == str(key.recipient())
    made = _run(keygen, *(["-pq"] if key is HYBRID else []), data=b"").decode()
    (read,) = age.parse_identities_file(made)
    assert type(read) is type(key)
    assert f"# public key: {read.recipient()}\n" in made


def test_age_passphrase_both_ways() -> None:
    program, phrase = need_age(), "паноҳ ва умед"
    if not (program.parent / "age-plugin-batchpass").exists():
        pytest.skip("this age has no age-plugin-batchpass to give it a passphrase with")
    sealed = age.encrypt(b"plain", [age.ScryptRecipient(phrase)])
    assert _run(program, "-d", "-j", "batchpass", data=sealed, phrase=phrase) == b"plain"
    sealed = _run(program, "-e", "-j", "batchpass", data=b"plain", phrase=phrase)
    assert age.decrypt(sealed, [age.ScryptIdentity(phrase)]) == b"plain"


@pytest.mark.parametrize("size", [0, 300, CHUNK, CHUNK + 1])
def test_old_age_both_ways(size: int, tmp_path: Path) -> None:
    program, plain = need_old_age(), secrets.token_bytes(size)
    sealed = age.encrypt(plain, [CLASSIC.recipient()])
    assert _opens(program, tmp_path, CLASSIC, sealed) == plain
    sealed = _run(program, "-r", str(CLASSIC.recipient()), data=plain)
    assert age.decrypt(sealed, [CLASSIC]) == plain


@pytest.mark.parametrize("size", SIZES)
def test_pyrage_both_ways(size: int) -> None:
    plain = secrets.token_bytes(size)
    theirs = pyrage.x25519.Identity.from_str(str(CLASSIC))
    assert str(theirs.to_public()) == str(CLASSIC.recipient())
    sealed = age.encrypt(plain, [CLASSIC.recipient()])
    assert pyrage.decrypt(sealed, [theirs]) == plain
    assert age.decrypt(pyrage.encrypt(plain, [theirs.to_public()]), [CLASSIC]) == plain


def test_pyrage_opens_our_passphrase() -> None:
    # Not the other way: pyrage picks a work factor after this machine's speed, up to 2^22.
    sealed = age.encrypt(b"plain", [age.ScryptRecipient("passphrase", 10)])
    assert pyrage.passphrase.decrypt(sealed, "passphrase") == b"plain"


_TYPAGE = """
import { Encrypter, Decrypter, armor } from "age-encryption"
const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const answers = []
for (const job of JSON.parse(Buffer.concat(chunks))) {
  const data = new Uint8Array(Buffer.from(job.data, "base64"))
  const e = new Encrypter(), d = new Decrypter()
  if (job.recipient) e.addRecipient(job.recipient)
  if (job.identity) d.addIdentity(job.identity)
  if (job.seal) { e.setScryptWorkFactor(10); e.setPassphrase(job.seal) }
  if (job.open) d.addPassphrase(job.open)
  const sealing = job.recipient || job.seal
  answers.push(Buffer.from(await (sealing ? e.encrypt(data) : d.decrypt(data))).toString("base64"))
}
console.log(JSON.stringify(answers))
"""


def _typage(jobs: list[dict[str, str]], data: list[bytes]) -> list[bytes]:
    """Run all jobs in one Node process: it is the start that costs."""
    folder = need_typage()
    told = json.dumps(
        [
            {**job, "data": base64.b64encode(one).decode()}
            for job, one in zip(jobs, data, strict=True)
        ]
    )
    done = subprocess.run(
        ["node", "--input-type=module", "-e", _TYPAGE],
        cwd=folder,
        input=told.encode(),
        capture_output=True,
        check=True,
    )
    return [base64.b64decode(answer) for answer in json.loads(done.stdout)]


@BOTH
def test_typage_both_ways(key: Key) -> None:
    plain = [secrets.token_bytes(size) for size in SIZES]
    ours = [age.encrypt(one, [key.recipient()]) for one in plain]
    assert _typage([{"identity": str(key)}] * len(ours), ours) == plain
    theirs = _typage([{"recipient": str(key.recipient())}] * len(plain), plain)
    assert [age.decrypt(one, [key]) for one in theirs] == plain


def test_typage_passphrase_both_ways() -> None:
    ours = age.encrypt(b"plain", [age.ScryptRecipient("паноҳ", 10)])
    opened, sealed = _typage([{"open": "паноҳ"}, {"seal": "паноҳ"}], [ours, b"plain"])
    assert opened == b"plain"
    assert age.decrypt(sealed, [age.ScryptIdentity("паноҳ")]) == b"plain"


def test_all_refuse_what_we_refuse(tmp_path: Path) -> None:
    sealed = age.encrypt(secrets.token_bytes(2 * CHUNK), [CLASSIC.recipient()])
    theirs = pyrage.x25519.Identity.from_str(str(CLASSIC))
    for broken in (sealed[:-1], sealed[: -CHUNK - 16], sealed + b"\0", sealed.replace(b">", b"-")):
        with pytest.raises(age.AgeError):
            age.decrypt(broken, [CLASSIC])
        with pytest.raises(pyrage.DecryptError):
            pyrage.decrypt(broken, [theirs])
        with pytest.raises(subprocess.CalledProcessError):
            _opens(need_age(), tmp_path, CLASSIC, broken)
