import Database from 'better-sqlite3';
import { existsSync, readFileSync } from 'node:fs';
import type { Db } from '../../src/lib/server/core/database.ts';

/** The file as it was after one commit, as a thief who keeps every page puts it together again. */
export type State = {
	/** Every page in full. */
	bytes: Buffer;
	pageSize: number;
	all: <Row>(sql: string) => Row[];
	/** Opens it for as long as it is looked at. */
	look: <T>(work: (file: Database.Database) => T) => T;
};

const LOG_HEADER = 32;
const FRAME_HEADER = 24;

/**
 * Keeps every page that is ever written to a file: its log is read before each checkpoint, and no page reaches the file by
 * another way. What is kept is what a thief has who copies each of them, or a tool that keeps the log for good.
 */
export class History {
	readonly #base: Buffer;
	readonly #logs: Buffer[] = [];
	#known: State[] = [];

	constructor(readonly db: Db) {
		const { name } = db;
		db.pragma('wal_checkpoint(TRUNCATE)');
		db.pragma('wal_autocheckpoint = 0');
		this.#base = readFileSync(name);
		const pragma = db.pragma.bind(db);
		db.pragma = (source, options) => {
			if (source.startsWith('wal_checkpoint')) this.#logs.push(...this.#log());
			return pragma(source, options);
		};
	}

	#log(): Buffer[] {
		const path = `${this.db.name}-wal`;
		return existsSync(path) ? [readFileSync(path)] : [];
	}

	/** The file as it was at first, and after every commit, in order; those that were asked for before are the same ones. */
	states(): State[] {
		const pages = new Map<number, Buffer>();
		const pageSize = this.#base.readUInt16BE(16);
		for (let at = 0; at < this.#base.length; at += pageSize) {
			pages.set(at / pageSize + 1, this.#base.subarray(at, at + pageSize));
		}
		const states: State[] = [];
		const add = (size: number): void =>
			void states.push(this.#known[states.length] ?? stateOf(new Map(pages), size, pageSize));
		add(pages.size);
		for (const log of [...this.#logs, ...this.#log()]) {
			if (log.length < LOG_HEADER) continue;
			const salt = log.subarray(16, 24);
			for (let at = LOG_HEADER; at + FRAME_HEADER <= log.length; at += FRAME_HEADER + pageSize) {
				// An older frame that the log has not come to yet.
				if (!log.subarray(at + 8, at + 16).equals(salt)) break;
				const start = at + FRAME_HEADER;
				pages.set(log.readUInt32BE(at), log.subarray(start, start + pageSize));
				const size = log.readUInt32BE(at + 4);
				if (size > 0) add(size);
			}
		}
		return (this.#known = states);
	}
}

/** Put together when somebody looks: there are hundreds, and most of what is asked is asked of a few. */
function stateOf(pages: Map<number, Buffer>, size: number, pageSize: number): State {
	let whole: Buffer | undefined;
	const bytesOf = (): Buffer => {
		if (whole) return whole;
		whole = Buffer.concat(
			Array.from({ length: size }, (_, n) => pages.get(n + 1) ?? Buffer.alloc(pageSize))
		);
		// As a file without a log: SQLite reads such a one from memory.
		whole[18] = whole[19] = 1;
		return whole;
	};
	const look = <T>(work: (file: Database.Database) => T): T => {
		const file = new Database(bytesOf());
		try {
			return work(file);
		} finally {
			file.close();
		}
	};
	return {
		get bytes() {
			return bytesOf();
		},
		pageSize,
		look,
		all: <Row>(sql: string) => look((file) => file.prepare<[], Row>(sql).all())
	};
}
