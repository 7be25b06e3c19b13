// The leave key: the screen is empty at once, then the vault is locked. A file of its own that is
// loaded before anything is shown: the key works as soon as there is something to hide.
// Escape first closes an open list of suggestions; pressed anywhere else it leaves.

function leave(): void {
  // Nothing else of this page may act any more, nor go anywhere.
  document.documentElement.dataset.left = "";
  window.stop();
  document.documentElement.replaceChildren();
  // What somebody was writing is kept first; it takes no time that could be seen.
  const first: Promise<unknown>[] = [];
  document.dispatchEvent(new CustomEvent("leaving", { detail: first }));
  const gone = () => location.replace("about:blank");
  void Promise.allSettled(first).then(() =>
    fetch("/leave", { method: "POST", keepalive: true }).then(gone, gone),
  );
}

function closesSomething(): boolean {
  const open = document.querySelector<HTMLElement>("dialog[open], [data-closes]:not(:empty)");
  if (!open) return false;
  if (open instanceof HTMLDialogElement) open.close();
  else open.replaceChildren();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.isComposing) return;
  event.preventDefault();
  if (closesSomething()) return;
  event.stopImmediatePropagation();
  leave();
});

document.addEventListener("submit", (event) => {
  if (!(event.target as HTMLElement).matches("[data-leave]")) return;
  event.preventDefault();
  leave();
});

// A page that was left must not come back from the browser's memory.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
