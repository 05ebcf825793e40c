// Solves linear programs with whole numbers by HiGHS: reads one model a line (JSON strings in LP format) from standard input,
// writes one result a line: the objective value, or null where there is no solution.
import { createInterface } from 'node:readline';
import highsLoader from 'highs';

const load = () => highsLoader();
let highs = await load();
let solved = 0;
for await (const line of createInterface({ input: process.stdin })) {
  // Its WebAssembly memory only grows; a fresh instance now and then keeps it small.
  if (++solved % 200 === 0) highs = await load();
  // Without presolve: with it, HiGHS 1.15.3 calls some feasible days of ours infeasible (CBC and a search by hand find the optimum).
  const result = highs.solve(JSON.parse(line), { mip_rel_gap: 0, presolve: 'off', output_flag: false });
  process.stdout.write(JSON.stringify(result.Status === 'Optimal' ? result.ObjectiveValue : null) + '\n');
}
