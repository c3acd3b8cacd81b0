/**
 * One file that anyone can run with `node`, without us: it holds a report, and reckons every share, interval and change in it
 * from the rows that it holds too. Whoever doubts a figure changes a row and sees it found.
 */
export const recountFile = (bytes: string, sha256: string): string =>
	SCRIPT.replace('"@report"', () => asLiteral(bytes)).replace('@sha256', () => sha256);

/** A literal of JavaScript that is the very same text: JSON, but for two line ends that once were none in it. */
const asLiteral = (text: string): string =>
	JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

const SCRIPT = `// Regn efter: node <denne fil>   (Node 18 eller nyere, ingen pakker)
// Filen rummer rapporten, som den blev frosset. Den lægger rækkerne sammen og regner hver andel, hver usikkerhed og hver ændring
// igen. Formlerne er METHOD §1 og §3: andel = svar 4-5 / svar 1-5; Wilson 1927; Newcombe 1998, metode 10.
import { createHash } from 'node:crypto';
const bytes = "@report";
const promised = '@sha256';

const report = JSON.parse(bytes);
// From the second way of reckoning on, two numbers that are the same but for the last bits of a double are the same, and where
// all or none agree the interval ends there. A report that was frozen before is recounted as it was reckoned.
const isSecond = (report.data.rules ?? 1) >= 2;
const hairOf = (...sizes) => (isSecond ? 1e-12 * Math.max(...sizes.map(Math.abs)) : 0);

const Z = 1.959963984540054;
const one = (perCent) => Math.floor(perCent * 10 + 0.5 + 1e-9) / 10;
function wilson(k, n, size) {
  // The roots of (p - k/n)^2 = z^2 p(1 - p) / size.
  const share = k / n, a = 1 + (Z * Z) / size, b = 2 * share + (Z * Z) / size;
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * share * share));
  const low = isSecond && share === 0 ? 0 : (b - root) / (2 * a), high = isSecond && share === 1 ? 1 : (b + root) / (2 * a);
  return [Math.max(0, low), Math.min(1, high)];
}
const { rows, figures, changes } = report.data;
const wrong = [];
let checked = 0;
function check(name, found, said) {
  checked += 1;
  if (found !== said) wrong.push(name + ': rapporten siger ' + said + ', rækkerne giver ' + found);
}
const sumOf = (round, units, item, answers) => rows
  .filter((row) => row[0] === round && units.includes(row[1]) && row[2] === item && answers.includes(row[3]))
  .reduce((sum, row) => sum + row[4], 0);
const again = new Map();
for (const f of figures) {
  const over = (answers) => f.items.reduce((sum, item) => sum + sumOf(f.round, f.units, item, answers), 0);
  const k = over(['4', '5']), answers = over(['1', '2', '3', '4', '5']);
  // Several statements together: the uncertainty goes by how many citizens answered, in the months up to the last with answers.
  const months = f.units.filter((unit, i) => f.units.slice(i).some((later) => f.items.some((item) => rows.some((r) => r[0] === f.round && r[1] === later && r[2] === item))));
  const n = f.items.length === 1 ? answers : Math.min(answers, sumOf(f.round, months, '', ['any']));
  const [low, high] = wilson(k, answers, n);
  check(f.id + ' enige', k, f.k);
  check(f.id + ' svar', answers, f.answers);
  check(f.id + ' n', n, f.n);
  check(f.id + ' andel', one((100 * k) / answers), f.share);
  check(f.id + ' mindst', one(100 * low), f.low);
  check(f.id + ' højst', one(100 * high), f.high);
  again.set(f.id, { p: k / answers, low, high });
}
for (const c of changes) {
  const now = again.get(c.now), was = again.get(c.before), d = now.p - was.p;
  const low = d - Math.hypot(now.p - now.low, was.high - was.p), high = d + Math.hypot(now.high - now.p, was.p - was.low);
  check(c.now + ' ændring, mindst', one(100 * low), c.low);
  check(c.now + ' ændring, højst', one(100 * high), c.high);
  check(c.now + ' ændring', low > 0 ? 'better' : high < 0 ? 'worse' : 'no-clear-change', c.change);
}
// Mål: hver status siges igen af tallet, det holdes op mod, og de udsving, rækken selv har (METHOD §3 og §8).
const mean = (values) => values.reduce((sum, v) => sum + v, 0) / values.length;
function limits(values) {
  const first = values.slice(0, 12);
  if (first.length < 12) return null;
  const ranges = first.slice(1).map((v, i) => Math.abs(v - first[i]));
  const most = 3.267 * mean(ranges) - hairOf(...first), kept = ranges.filter((r) => r < most), m = mean(first), half = kept.length ? 2.66 * mean(kept) : 0;
  return { m, low: m - half, high: m + half };
}
/** Which way the newest point is remarkable: beyond a limit, seven on one side, seven on the way, two of three near a limit. */
function sides(values, { m, low, high }) {
  const hair = hairOf(...values, low, high), found = new Set();
  const side = (d) => (d.every((x) => x > hair) ? 'up' : d.every((x) => x < -hair) ? 'down' : null);
  const last = values.at(-1), seven = values.slice(-7), three = values.slice(-3);
  if (last > high + hair) found.add('up');
  if (last < low - hair) found.add('down');
  if (seven.length === 7) {
    found.add(side(seven.map((v) => v - m)));
    found.add(side(seven.slice(1).map((v, i) => v - seven[i])));
  }
  const near = side(three.map((v) => v - m));
  const beyond = three.filter((v) => (near === 'up' ? v > m + (high - m) * (2 / 3) + hair : v < m - (m - low) * (2 / 3) - hair));
  if (three.length === 3 && near && beyond.length >= 2) found.add(near);
  found.delete(null);
  return [...found];
}
const is = (wants, v, t) => ({ 'at-least': v >= t - 1e-9, 'at-most': v <= t + 1e-9, above: v > t, below: v < t })[wants] ?? v >= t - 1e-9;
function statusOf(g) {
  const rule = g.rule, up = g.wants === 'at-least' || g.wants === 'above';
  const scale = 10 ** (g.decimals ?? 0);
  const value = g.decimals === null ? g.value : Math.floor(g.value * scale + 0.5 + 1e-9) / scale;
  if (/^(own-period|plan-end|running-total)-/.test(rule)) return is(g.wants, value, g.target) ? 'reached' : 'not-reached';
  if (/^step-/.test(rule)) return is(g.wants, value, g.target) ? 'on-track' : 'behind';
  if (/^national-/.test(rule)) return is(g.wants, value, g.target) === (rule === 'national-better-now') ? 'undecided' : rule;
  const l = limits(g.points);
  if (/^limits-/.test(rule)) {
    if (!l) return 'undecided';
    const hair = hairOf(g.target, l.low, l.high), isOver = g.target > l.high + hair, isUnder = g.target < l.low - hair;
    const [far, near] = up ? [isOver, isUnder] : [isUnder, isOver];
    return far ? 'behind' : near ? 'on-track' : 'undecided';
  }
  if (/^direction-|^no-sure-change$/.test(rule)) {
    const way = l ? sides(g.points, l) : [];
    return way.length !== 1 || g.wants === 'none' ? 'undecided' : (way[0] === 'up') === up ? 'on-track' : 'behind';
  }
  if (/^survey-(reached|not-reached|undecided|better|worse|no-sure-change)$/.test(rule)) {
    if (!g.survey) return g.status;
    const { k, answers, n } = g.survey, [low, high] = wilson(k, answers, n);
    if (g.target !== null) return low >= g.target / 100 ? 'reached' : high < g.target / 100 ? 'not-reached' : 'undecided';
    const was = g.before, [wasLow, wasHigh] = wilson(was.share * was.n, was.n, was.n), d = k / answers - was.share;
    const least = d - Math.hypot(k / answers - low, wasHigh - was.share), most = d + Math.hypot(high - k / answers, was.share - wasLow);
    return least > 0 ? 'on-track' : most < 0 ? 'behind' : 'undecided';
  }
  return { 'no-figure': 'no-figure', 'not-measured': 'no-figure', 'deadline-without-figure': 'overdue', 'not-done-overdue': 'overdue',
    'done-in-time': 'reached', 'done-late': 'not-reached', 'given-up': 'not-reached' }[rule] ?? 'undecided';
}
const goals = report.data.goals ?? [];
for (const g of goals) check('mål ' + g.id, statusOf(g), g.status);
const goalTable = report.sections.flatMap((s) => s.blocks).find((b) => b.kind === 'table' && b.id === 'goals');
check('mål i tabellen', (goalTable?.rows ?? []).map((row) => row[3]).join(', '), goals.map((g) => g.word).join(', '));
const wordOf = new Map(goals.map((g) => [g.status, g.word]));
check('ord for status', goals.filter((g) => wordOf.get(g.status) !== g.word).length, 0);
// What is read: every figure's row in the tables has the same share, interval and count.
const read = report.sections.flatMap((s) => s.blocks).filter((b) => b.kind === 'table' && b.id.startsWith('figures-'));
for (const table of read) {
  const round = table.id.slice('figures-'.length);
  const own = figures.filter((f) => f.round === round && f.id.split('/')[1] === report.quarter);
  const shown = table.rows.filter((row) => row[1] !== null);
  check(table.title + ' rækker', shown.length, own.length);
  shown.forEach((row, i) => {
    if (!own[i]) return;
    check(own[i].id + ' i tabellen', [row[1].one, row[2].one, row[3].one, row[4]].join(' '), [own[i].share, own[i].low, own[i].high, own[i].n].join(' '));
  });
}
const sha256 = createHash('sha256').update(bytes).digest('hex');
check('SHA-256', sha256, promised);
console.log(report.name + ', ' + report.title + ', version ' + report.version);
console.log('SHA-256 ' + sha256);
for (const line of wrong) console.log('FORSKEL  ' + line);
console.log(checked + ' tal regnet efter, ' + wrong.length + ' forskelle.');
process.exitCode = wrong.length > 0 ? 1 : 0;
`;
