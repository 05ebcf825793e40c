// Solves model files in the LP format with HiGHS, one thread: node solve.mjs SECONDS FILE...
// Prints a JSON line for each file: its status as HiGHS names it, the objective, the proven bound and the seconds it took.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import loadHighs from "highs";

const [seconds, ...files] = process.argv.slice(2);
for (const file of files) {
  let bound = null;
  // A new instance for each file: after a failed run the memory of the old one cannot be trusted.
  const highs = await loadHighs({
    print: (line) => {
      const dual = /^\s*Dual bound\s+(\S+)/.exec(line);
      if (dual) bound = Number(dual[1]);
    },
  });
  const model = readFileSync(file, "utf8");
  const started = performance.now();
  let answer;
  try {
    const result = highs.solve(model, { time_limit: Number(seconds), mip_rel_gap: 0, mip_abs_gap: 0.5, threads: 1 });
    answer = { status: result.Status, objective: result.ObjectiveValue };
  } catch (error) {
    answer = { status: `failed: ${error.message ?? error}`, objective: null };
  }
  console.log(JSON.stringify({ file, ...answer, bound, seconds: (performance.now() - started) / 1000 }));
}
