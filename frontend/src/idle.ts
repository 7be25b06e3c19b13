// The server locks after some minutes without a request. This asks it whether it has, and goes to
// the page for unlocking, so that nothing stays on the screen of a vault that is locked. Asking
// does not count as being here; typing and moving does, at most twice a minute.

const EVERY = 15_000;
const TOLD = 30_000;
let last = 0;

function here(): void {
  const now = Date.now();
  if (now - last < TOLD) return;
  last = now;
  void ask("POST");
}

async function ask(method: "GET" | "POST"): Promise<void> {
  let open = false;
  try {
    const answer = await fetch("/here", { method });
    open = answer.ok && (await answer.text()) === "open";
  } catch {
    open = false;
  }
  if (!open && !("left" in document.documentElement.dataset)) {
    document.documentElement.replaceChildren();
    location.replace("/unlock");
  }
}

if (document.querySelector("[data-open]")) {
  for (const kind of ["keydown", "pointerdown", "wheel"]) {
    document.addEventListener(kind, here, { passive: true });
  }
  setInterval(() => void ask("GET"), EVERY);
}
