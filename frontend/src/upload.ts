// A form with data-upload sends its file as the raw body, so that it streams into the vault and
// the progress can be shown. Without this script the form sends it the ordinary way.

function send(form: HTMLFormElement, file: File): void {
  const bar = form.querySelector("progress");
  const request = new XMLHttpRequest();
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") query.set(name, value);
  }
  request.open("POST", form.action);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  // Names and words go in a header, never in an address, which a browser would remember.
  request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
  request.setRequestHeader("X-Form", query.toString());
  if (bar) bar.hidden = false;
  request.upload.onprogress = (event) => {
    if (bar && event.lengthComputable) bar.value = event.loaded / event.total;
  };
  request.onload = () => {
    const next = request.getResponseHeader("X-Next");
    if (next) {
      location.assign(next);
    } else {
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      document.querySelector("main")?.replaceWith(page.querySelector("main")!);
      wire();
    }
  };
  request.onerror = () => location.reload();
  request.send(file);
}

function wire(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-upload]:not([data-wired])")) {
    form.dataset.wired = "";
    const input = form.querySelector<HTMLInputElement>("input[type=file]")!;
    form.addEventListener("submit", (event) => {
      const file = input.files?.[0];
      if (!file) return;
      event.preventDefault();
      const told = form.querySelector<HTMLElement>("[data-too-large]");
      const large = file.size > Number(form.dataset.most ?? Infinity);
      if (told) told.hidden = !large;
      if (!large) send(form, file);
    });
    form.addEventListener("dragover", (event) => {
      event.preventDefault();
      form.dataset.over = "";
    });
    form.addEventListener("dragleave", () => delete form.dataset.over);
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      delete form.dataset.over;
      if (event.dataTransfer?.files.length) {
        input.files = event.dataTransfer.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
  }
}

wire();
