import { addDays, type Day } from '../calendar.ts';
import { onlyIn } from '../i18n/wording.ts';
import type { Plan } from '../plan/plan.ts';
import type { Handout, HandoutRound } from '../survey/handout.ts';
import { faceOf } from '../survey/questionnaire.ts';
import { isOpen, type Round } from '../survey/round.ts';
import type { Db } from './core/database.ts';
import { environment, extraLanguages, today } from './core/environment.ts';
import * as keys from './core/keys.ts';
import { answered } from './goals/answered.ts';
import { shown } from './goals/shown.ts';
import { Trouble } from './core/trouble.ts';
import * as looks from './look/look.ts';
import * as languages from './plan/languages.ts';
import type { Municipality } from './municipality.ts';
import * as compliance from './rounds/compliance.ts';
import { stoppedOn } from './rounds/changes.ts';
import * as rounds from './rounds/rounds.ts';
import * as settings from './core/settings.ts';

/** A closed round stays in the handout this long: its codes still deserve a kind page. */
const CLOSED_ROUND_DAYS = 365;
/** On the front page; the others are a press away. */
const ANSWERED_SHOWN = 2;

/** The handout of this server, today: in one language, with what is asked in Danish too, or in every language. */
export function current({ db, keysFolder, plan }: Municipality, language?: string | null): Handout {
	const whole = handout(db, keysFolder, plan, {
		today: today(),
		demo: environment().DEMO,
		extraLanguages: extraLanguages()
	});
	if (!language) return whole;
	// What is asked has its Danish wording beside it; of all else, a phone carries the words that it shows.
	const questionnaires = onlyIn(whole.questionnaires, language);
	return { ...onlyIn(whole, language, false), questionnaires };
}

/** All that a citizen's device needs in order to ask; public, and the same for everybody. */
export function handout(
	db: Db,
	keysFolder: string,
	plan: Plan,
	on: { today: Day; demo: boolean; extraLanguages: string[] }
): Handout {
	const near = rounds
		.list(db)
		.filter(({ round }) => round.closesOn >= addDays(on.today, -CLOSED_ROUND_DAYS))
		.reverse()
		.sort((a, b) => Number(isOpen(b.round, on.today)) - Number(isOpen(a.round, on.today)));
	const open = near.filter(({ round }) => isOpen(round, on.today));
	const key = keys.publicKey(keysFolder);
	if (!key) throw new Trouble('key-missing', keys.pairsPath(keysFolder));
	return {
		version: 1,
		municipality: plan.municipality,
		name: plan.name,
		today: on.today,
		demo: on.demo,
		languages: [...languages.offered(db, plan, on.today), ...on.extraLanguages],
		...lookOf(db),
		...(!settings.isPublic(db) && { resultsClosed: true }),
		terms: plan.terms,
		question: plan.question,
		promises: plan.promises.map(({ id, text }) => ({ id, text })),
		...answersIn(db, plan),
		situations: plan.situations,
		meetingForms: plan.meetingForms,
		contacts: compliance.contacts(db, plan),
		rounds: near.map(({ round }) => handoutRound(db, round, on.today)),
		questionnaires: Object.fromEntries(
			open.map(({ round, questionnaire }) => [
				round.questionnaire,
				{ items: questionnaire.items.map(faceOf) }
			])
		),
		key
	};
}

function lookOf(db: Db): Pick<Handout, 'colours' | 'logo'> {
	if (!looks.isOwn(db)) return {};
	const { colours, logo } = looks.read(db);
	return { colours, ...(logo && { logo }) };
}

/** Left out where there are none: a device carries nothing that it does not show. */
function answersIn(db: Db, plan: Plan): Pick<Handout, 'answered' | 'hasGoals'> {
	const newest = answered(db, plan).slice(0, ANSWERED_SHOWN);
	return {
		...(newest.length > 0 && {
			answered: newest.map(({ heard, does, why, state }) => ({ heard, does, why, state }))
		}),
		...(shown(db, plan).size > 0 && { hasGoals: true as const })
	};
}

function handoutRound(db: Db, round: Round, today: Day): HandoutRound {
	const { id, prefix, name, questionnaire, opensOn, closesOn } = round;
	// A stopped round asks nobody new, but a code that is out is a promise.
	const channels = round.channels.filter((each) => each === 'code' || !stoppedOn(db, id));
	const nextFigures = rounds.nextFigures(db, id, today);
	return { id, prefix, name, questionnaire, opensOn, closesOn, channels, nextFigures };
}
