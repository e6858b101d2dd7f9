// Builds what LeadHub serves below /graphiql/: dist/index.html, and files whose names change with their content.
import { readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

const OUT = "dist";

const change = (filter, loader, edit) => (builder) =>
  builder.onLoad({ filter }, async ({ path }) => ({ contents: edit(await readFile(path, "utf8")), loader }));

const forTheContentSecurityPolicy = {
  name: "for the content security policy",
  setup(builder) {
    // The fonts are in the style sheet, 34 of them as data: addresses. The reader's own will do.
    change(/graphiql[\\/]dist[\\/]style\.css$/, "css", (css) => css.replaceAll(/@font-face\s*{[^}]*}/g, ""))(builder);
    // CodeMirror (5.65) asks for a line with HTML that brings its style along, which a page of this policy ignores and
    // complains of. src/page.css has that style instead.
    change(/jump-to-line\.js$/, "js", (code) => code.replaceAll(/ style="[^"]*"/g, ""))(builder);
  },
};

await rm(OUT, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ["src/main.jsx", "src/icon.svg"],
  outdir: OUT,
  publicPath: "/graphiql/",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  target: "es2022",
  jsx: "automatic",
  loader: { ".svg": "copy" },
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [forTheContentSecurityPolicy],
  metafile: true,
  logLevel: "warning",
});

const nameOf = (pattern) => {
  const [found] = Object.keys(metafile.outputs).map((path) => basename(path)).filter((name) => pattern.test(name));
  if (!found) throw new Error(`the build has no file like ${pattern}`);
  return `/graphiql/${found}`;
};
const page = (await readFile("src/index.html", "utf8"))
  .replace("{script}", nameOf(/^main-.*\.js$/))
  .replace("{style}", nameOf(/^main-.*\.css$/))
  .replace("{icon}", nameOf(/^icon-.*\.svg$/));
await writeFile(`${OUT}/index.html`, page);

const bytes = Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0);
console.log(`${Object.keys(metafile.outputs).length} files, ${(bytes / 1e6).toFixed(1)} MB in ops/graphiql/${OUT}`);
