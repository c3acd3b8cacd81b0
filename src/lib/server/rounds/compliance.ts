import * as z from 'zod/mini';
import type { Day } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Contact } from '../../survey/handout.ts';
import type { Db } from '../core/database.ts';
import { wrongFields } from '../core/form-data.ts';
import * as settings from '../core/settings.ts';

const line = z.string().check(z.trim(), z.minLength(2), z.maxLength(300));
const passage = z.string().check(z.trim(), z.minLength(10), z.maxLength(3000));

/**
 * What a municipality must have decided before it may ask real citizens. The article 13 page, the record of processing and
 * the draft of the impact assessment are made from these and the plan.
 */
export const Compliance = z
	.strictObject({
		/** The data controller as it signs: name, and where to write. */
		controller: line,
		controllerContact: line,
		/** Of somebody who answers when a meeting has been bad. What was entered before it was asked for stands without it. */
		telephone: z.optional(z.string().check(z.trim(), z.regex(/^(\+\d\d ?)?\d( ?\d){7}$/))),
		/** Article 6: which letter, and the national rule that it stands on. */
		basis: z.enum(['6-1-e', '6-1-c', '6-1-a']),
		basisRule: passage,
		/** Article 9: whether health may be told in a comment, or by a situation such as sick leave. */
		special: z.enum(['9-2-g', '9-2-h', '9-2-j', '9-2-a', 'none']),
		specialReason: passage,
		dpoName: line,
		dpoContact: line,
		assessedOn: z.iso.date(),
		/** Who runs the server. Without a processor the municipality runs it itself. */
		operation: z.enum(['own', 'processor']),
		processor: z.string().check(z.trim(), z.maxLength(300)),
		/** To where outside the EU, and by what right; '' when nothing leaves. */
		transfers: z.string().check(z.trim(), z.maxLength(300)),
		agreedOn: z.union([z.iso.date(), z.literal('')]),
		/** What the archive law asks for, and who decided. */
		archive: passage,
		/** Where its accessibility statement is; '' while it has none. */
		statement: z.optional(
			z.string().check(z.trim(), z.maxLength(300), z.regex(/^(https:\/\/[^\s.]+\.\S+)?$/))
		)
	})
	.check(
		z.refine((entered) => entered.operation === 'own' || entered.processor !== '', {
			path: ['processor']
		}),
		z.refine((entered) => entered.operation === 'own' || entered.agreedOn !== '', {
			path: ['agreedOn']
		})
	);
export type Compliance = z.infer<typeof Compliance>;
/** In the order in which they are asked. */
export const FIELDS = Object.keys(Compliance.shape) as (keyof Compliance)[];
export type Entered = Compliance & { enteredOn: Day };

/** What has been entered so far, whole or not: as it was typed. */
export type Draft = { [field in keyof Compliance]?: string };

const Stored = z.object({ enteredOn: z.iso.date(), entered: z.unknown() });

/** What stands now, or undefined until all of it has been entered. */
export function read(db: Db): Entered | undefined {
	const value = settings.get(db, 'compliance');
	if (value === undefined) return undefined;
	const { enteredOn, entered } = Stored.parse(JSON.parse(value));
	const parsed = Compliance.safeParse(entered);
	return parsed.success ? { ...parsed.data, enteredOn } : undefined;
}

/** From now on it counts; what was a draft is no more. */
export function write(db: Db, entered: Compliance, today: Day): void {
	settings.put(db, 'compliance', JSON.stringify({ enteredOn: today, entered }));
	settings.put(db, 'compliance-draft', '');
}

/** The parts of it, each somebody else's to find out, and the fields that each is made of. */
const PARTS = {
	telephone: ['telephone'],
	responsible: ['controller', 'controllerContact', 'dpoName', 'dpoContact'],
	basis: ['basis', 'basisRule', 'special', 'specialReason'],
	assessment: ['assessedOn'],
	operation: ['operation', 'processor', 'agreedOn', 'transfers'],
	archive: ['archive'],
	statement: ['statement']
} as const satisfies { [part: string]: readonly (keyof Compliance)[] };
export type CompliancePart = keyof typeof PARTS;

/** As it was typed last, whether it counts or not. */
export const typed = (db: Db): Draft => draft(db)?.draft ?? read(db) ?? {};

/** The fields in which there is something to mend before all of it can count. */
export function wrongIn(given: Draft, today: Day): (keyof Compliance)[] {
	const parsed = Compliance.safeParse(given);
	const wrong = parsed.success ? [] : wrongFields(parsed.error);
	// An assessment or agreement that is only planned is none.
	const future = (['assessedOn', 'agreedOn'] as const).filter((f) => (given[f] ?? '') > today);
	return FIELDS.filter((field) => wrong.includes(field) || future.some((f) => f === field));
}

/** Whether a part has been found out, by what was typed last: `statement` may be empty, and is then not there yet. */
export function isSettled(db: Db, plan: Plan, part: CompliancePart, today: Day): boolean {
	const given: Draft = { processor: '', agreedOn: '', transfers: '', ...typed(db) };
	if (part === 'telephone') {
		const telephone = plan.contacts[0]?.telephone ?? given.telephone;
		return Boolean(telephone) && !wrongIn(given, today).includes('telephone');
	}
	if (part === 'statement' && !given.statement) return false;
	const wrong = wrongIn(given, today);
	const isAgreed = given.operation !== 'processor' || Boolean(given.processor && given.agreedOn);
	return (part !== 'operation' || isAgreed) && !PARTS[part].some((each) => wrong.includes(each));
}

/**
 * Those that a citizen may turn to, in the plan's order: the first is of the municipality itself, and is reached by
 * telephone. No plan prints a number, so it is told before the first citizen is asked.
 */
export function contacts(db: Db, { contacts: [first, ...others] }: Plan): Contact[] {
	const telephone = first?.telephone ?? read(db)?.telephone;
	return first ? [{ ...first, ...(telephone && { telephone }) }, ...others] : others;
}

const StoredDraft = z.object({ savedOn: z.iso.date(), draft: z.record(z.string(), z.string()) });

/** What is on its way: nothing rests on it, and what counts goes on counting. */
export function draft(db: Db): { savedOn: Day; draft: Draft } | undefined {
	const value = settings.get(db, 'compliance-draft');
	return value ? StoredDraft.parse(JSON.parse(value)) : undefined;
}

export const writeDraft = (db: Db, given: Draft, today: Day): void =>
	settings.put(db, 'compliance-draft', JSON.stringify({ savedOn: today, draft: given }));

/** The assessment must be made before the first citizen is asked; an older one is looked at again. */
export const ASSESSMENT_YEARS = 3;
