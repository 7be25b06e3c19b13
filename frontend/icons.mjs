// The icons we use, by their names in Lucide; each stands beside a word, never alone.
export const ICONS = [
  "arrow-left", "arrow-right", "bell-ring", "book-open", "calendar-days", "check", "chevron-down",
  "circle-alert", "circle-help", "clock", "download", "eye", "file-text", "files", "globe", "heart-handshake",
  "house", "import", "info", "key-round", "languages", "life-buoy", "list-checks", "lock", "log-out", "map-pin",
  "megaphone", "menu", "pencil-line", "phone", "plus", "printer", "scale", "search", "shield-check", "siren",
  "sun", "trash-2", "triangle-alert", "undo-2", "upload", "users", "vault", "x",
];
