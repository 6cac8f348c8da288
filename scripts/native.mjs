// Builds nodejieba's addon in place, without any download. Must run through npm (it sets where Node's headers are).
// Where no compiler is found it says so in one line and ends well, unless CI is set.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const nodejieba = `${root}node_modules/nodejieba`;
if (!existsSync(nodejieba)) {
  console.log("native: nodejieba is not installed; tests that need it are skipped");
  process.exit(process.env.CI ? 1 : 0);
}
if (existsSync(`${nodejieba}/build/Release/nodejieba.node`)) process.exit(0);
const compiler = ["c++", "g++", "clang++"].find((name) => spawnSync(name, ["--version"]).status === 0);
if (!compiler) {
  console.log("native: no C++ compiler found; tests against nodejieba are skipped");
  process.exit(process.env.CI ? 1 : 0);
}
const built = spawnSync(
  process.execPath,
  [`${root}node_modules/@mapbox/node-pre-gyp/bin/node-pre-gyp`, "install", "--build-from-source"],
  {
    cwd: nodejieba,
    encoding: "utf8",
    env: process.env,
  },
);
const ok = built.status === 0 && existsSync(`${nodejieba}/build/Release/nodejieba.node`);
if (!ok)
  console.log(
    `native: building nodejieba failed; tests against it are skipped\n${(built.stderr ?? "").trim().split("\n").slice(-5).join("\n")}`,
  );
process.exit(ok || !process.env.CI ? 0 : 1);
