// A form with data-draft="/record/draft" is kept, sealed, while somebody writes: soon after each
// pause and before the page goes. What is kept is said in words beside it.

const PAUSE = 800;

function keep(form: HTMLFormElement): void {
  const told = form.querySelector<HTMLElement>("[data-draft-told]");
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  fetch(form.dataset.draft!, { method: "POST", body, keepalive: true })
    .then(async (answer) => {
      if (told && answer.ok) told.textContent = await answer.text();
      if (told && !answer.ok) told.textContent = told.dataset.failed ?? "";
    })
    .catch(() => {
      if (told) told.textContent = told.dataset.failed ?? "";
    });
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
  let waiting = 0;
  let changed = false;
  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      changed = false;
      keep(form);
    }, PAUSE);
  });
  form.addEventListener("submit", () => {
    changed = false;
    clearTimeout(waiting);
  });
  window.addEventListener("pagehide", () => {
    if (changed) keep(form);
  });
}
