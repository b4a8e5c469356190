import { gzipSync } from "node:zlib";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

/** What is shipped to readers, with its own licence text. */
const shipped = ["svelte", "d3-geo", "d3-array", "topojson-client", "world-atlas", "@fontsource-variable/inter", "@fontsource-variable/source-serif-4"];

const out = "../src/sumber/web/static";

/** Pack what is worth packing beside the file itself, so that the server never packs at run time. */
function packed(): Plugin {
  return {
    name: "packed",
    apply: "build",
    writeBundle() {
      const texts = shipped.map((name) => {
        const folder = join("node_modules", name);
        const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
        return `${name}\n\n${file ? readFileSync(join(folder, file), "utf8") : ""}`;
      });
      writeFileSync(join(out, "licences.txt"), texts.join("\n\n----------------------------------------\n\n"));
      for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg|json)$/.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [svelte(), packed()],
  build: { outDir: out, emptyOutDir: true, assetsInlineLimit: 0, target: "es2022", modulePreload: { polyfill: false } },
  server: { proxy: { "/api": "http://127.0.0.1:8765" } },
});
