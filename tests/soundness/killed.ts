import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';
import type { Submission } from '../../src/lib/survey/submission.ts';

/**
 * A process that counts answers one by one, and is killed at one step of one of them: before or after each of the steps
 * between the beginning of a transaction and the end of the keys' moving on.
 */
const [file = '', keysFolder = '', given = '', done = '', answerAt = '', stepAt = '', day = ''] =
	process.argv.slice(2);

let isArmed = false;
let steps = 0;
const step = (): void => {
	if (isArmed && steps++ === Number(stepAt)) process.kill(process.pid, 'SIGKILL');
};
const around =
	<Args extends unknown[], Result>(work: (...args: Args) => Result) =>
	(...args: Args): Result => {
		step();
		const result = work(...args);
		step();
		return result;
	};

const { readFileSync, appendFileSync } = fs;
fs.openSync = around(fs.openSync);
fs.writeSync = around(fs.writeSync as (...args: unknown[]) => number) as typeof fs.writeSync;
fs.fdatasyncSync = around(fs.fdatasyncSync);
// Nobody waits for it: the disk is asked at one moment, and says at another that it has what was written.
const { fdatasync } = fs;
let underway = 0;
fs.fdatasync = Object.assign(
	around((file: number, done: fs.NoParamCallback) => {
		underway += 1;
		fdatasync(
			file,
			around((problem) => {
				underway -= 1;
				done(problem);
			})
		);
	}),
	{ __promisify__: fdatasync.__promisify__ }
);
const synced = async (): Promise<void> => {
	while (underway > 0) await new Promise(setImmediate);
};
fs.closeSync = around(fs.closeSync);
// Those who have imported them by name see the new ones.
syncBuiltinESMExports();

// Loaded when that is done, and not before.
const { openFile } = await import('../../src/lib/server/core/database.ts');
const intake = await import('../../src/lib/server/intake/intake.ts');

const db = openFile(file);
const transaction = db.transaction.bind(db);
// Before the commit and after it.
db.transaction = ((work: () => unknown) => {
	const made = transaction(around(work));
	return Object.assign(() => made(), { ...made, immediate: around(() => made.immediate()) });
}) as typeof db.transaction;

const all = JSON.parse(readFileSync(given, 'utf8')) as Submission[];
for (const [n, submission] of all.entries()) {
	await synced();
	isArmed = n === Number(answerAt);
	const [reply] = await intake.count(db, keysFolder, [submission], day);
	if (reply?.outcome !== 'counted' && reply?.outcome !== 'already-counted') {
		throw new Error(JSON.stringify(reply));
	}
	appendFileSync(done, `${submission.id}\n`);
	await synced();
	isArmed = false;
}
process.stdout.write(`steps ${steps}\n`);
db.close();
