// Bundles the islands, styles, fonts and icons into the package; run by hatch_build.py.
// Everything it writes is generated and never committed.
import { build } from "esbuild";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ICONS } from "./icons.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const pack = join(here, "..", "src", "panoh");
const out = join(pack, "web", "static");
const modules = join(here, "node_modules");

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const common = {
  outdir: out,
  bundle: true,
  minify: true,
  target: ["es2022"],
  assetNames: "fonts/[name]",
  loader: { ".woff2": "file" },
  absWorkingDir: here,
  logLevel: "warning",
};
await build({ ...common, format: "esm", entryPoints: ["src/app.ts", "styles/style.css"], entryNames: "[name]" });
await build({ ...common, format: "iife", entryPoints: ["src/leave.ts"], entryNames: "[name]" });

await cp(join(here, "mark.svg"), join(out, "mark.svg"));

// Icons are inlined into pages, so they take the colour of the words beside them.
const drawn = {};
for (const name of ICONS) {
  const svg = await readFile(join(modules, "lucide-static/icons", `${name}.svg`), "utf8");
  drawn[name] = svg.replace(/^[^]*?<svg[^>]*>/, "").replace("</svg>", "").replace(/\s*\n\s*/g, "").trim();
}
await writeFile(join(out, "icons.json"), JSON.stringify(drawn, null, 0));

// Documents in Persian are set in this face; the others stand in the typesetter itself.
const fonts = join(pack, "fonts");
await rm(fonts, { recursive: true, force: true });
await mkdir(fonts, { recursive: true });
for (const weight of ["400Regular", "700Bold"]) {
  const folder = join(modules, "@expo-google-fonts/noto-naskh-arabic", weight);
  for (const file of await readdir(folder)) {
    if (file.endsWith(".ttf")) await cp(join(folder, file), join(fonts, file));
  }
}

// The licences of all that is shipped. The bundler itself is not.
const { dependencies } = JSON.parse(await readFile(join(here, "package.json"), "utf8"));
const texts = [];
for (const name of Object.keys(dependencies).filter((each) => each !== "esbuild").sort()) {
  const folder = join(modules, name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  texts.push(`${name} ${version} (${license})\n`);
  const found = (await readdir(folder)).filter((each) => /^licen[cs]e/i.test(each)).sort();
  for (const file of found) texts.push(await readFile(join(folder, file), "utf8"));
}
await writeFile(join(out, "THIRD-PARTY.txt"), texts.join("\n"));
