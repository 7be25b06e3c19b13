// A form with data-draft="/record/draft" is kept, sealed, while somebody writes: soon after each
// pause, before the page goes, before locking and before leaving. What is kept is said in words.

const PAUSE = 800;
const LEAVING = 600;

class Keeper {
  private waiting = 0;
  private changed = false;
  private turn: Promise<void> = Promise.resolve();

  constructor(private form: HTMLFormElement) {
    form.addEventListener("input", () => {
      this.changed = true;
      clearTimeout(this.waiting);
      this.waiting = window.setTimeout(() => void this.keep(), PAUSE);
    });
    form.addEventListener("submit", () => this.rest());
  }

  private rest(): void {
    this.changed = false;
    clearTimeout(this.waiting);
  }

  // One after another: the first answer tells under which name the words are kept.
  keep(): Promise<void> {
    if (!this.changed) return this.turn;
    this.rest();
    const words = new FormData(this.form);
    this.turn = this.turn.then(() => this.send(words));
    return this.turn;
  }

  private async send(words: FormData): Promise<void> {
    const told = this.form.querySelector<HTMLElement>("[data-draft-told]");
    const name = this.form.querySelector<HTMLInputElement>("input[name=draft]");
    if (name) words.set("draft", name.value);
    const body = new URLSearchParams(words as unknown as Record<string, string>);
    let said = told?.dataset.failed ?? "";
    try {
      const answer = await fetch(this.form.dataset.draft!, { method: "POST", body, keepalive: true });
      const kept = answer.headers.get("x-draft");
      if (kept && name) name.value = kept;
      if (kept || answer.status === 409) said = await answer.text();
      else this.changed = true;
    } catch {
      this.changed = true;
    }
    if (told) told.textContent = said;
  }
}

const keepers = [...document.querySelectorAll<HTMLFormElement>("form[data-draft]")].map(
  (form) => new Keeper(form),
);

function keepAll(): Promise<unknown> {
  const kept = Promise.all(keepers.map((each) => each.keep()));
  return Promise.race([kept, new Promise((done) => setTimeout(done, LEAVING))]);
}

if (keepers.length) {
  window.addEventListener("pagehide", () => void keepAll());
  document.addEventListener("leaving", (event) => {
    (event as CustomEvent<Promise<unknown>[]>).detail.push(keepAll());
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.matches("[data-draft], [data-leave], .search") || event.defaultPrevented) return;
    if ("kept" in form.dataset) return;
    event.preventDefault();
    const pressed = event.submitter;
    void keepAll().then(() => {
      form.dataset.kept = "";
      form.requestSubmit(pressed);
    });
  });
}
