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

const Z = 1.959963984540054;
const one = (perCent) => Math.floor(perCent * 10 + 0.5 + 1e-9) / 10;
function wilson(k, n, size) {
  // The roots of (p - k/n)^2 = z^2 p(1 - p) / size.
  const share = k / n, a = 1 + (Z * Z) / size, b = 2 * share + (Z * Z) / size;
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * share * share));
  return [Math.max(0, (b - root) / (2 * a)), Math.min(1, (b + root) / (2 * a))];
}
const report = JSON.parse(bytes);
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
