// Keys: an element with data-key="s" is pressed by that letter where nobody is typing.
// "/" goes to the search; arrows walk through the rows of a list.

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")
  );
}

// Arrows belong to the radio buttons of a group.
function choosing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input[type=radio]");
}

// The letter on the key: with a Cyrillic or Persian keyboard its place tells which one is meant.
function letter(event: KeyboardEvent): string {
  if (/^[a-z0-9]$/i.test(event.key)) return event.key.toLowerCase();
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(event.code)?.[1].toLowerCase() ?? "";
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-rows] a[data-row]")];
}

function walk(step: number): boolean {
  const all = rows();
  if (!all.length) return false;
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = all[Math.min(all.length - 1, Math.max(0, at + step))] ?? all[0];
  next.focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target instanceof HTMLElement && event.target.matches("[data-search]")) {
    if (event.key === "ArrowDown" && walk(1)) event.preventDefault();
    return;
  }
  if (typing(event.target)) return;
  if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !choosing(event.target)) {
    if (walk(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
    return;
  }
  const key = event.key === "/" ? "slash" : letter(event);
  if (!/^[a-z0-9]$|^slash$/.test(key)) return;
  const found = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (!found) return;
  event.preventDefault();
  if (found.matches("input")) found.focus();
  else found.click();
});

// A choice that goes at once, like the language.
document.addEventListener("change", (event) => {
  if (event.target instanceof HTMLSelectElement && event.target.matches("[data-goes]")) {
    event.target.form?.requestSubmit();
  }
});
