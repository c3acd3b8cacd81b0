import type { Text } from '../i18n/text.ts';
import type { Goal } from '../goals/goal.ts';
import type { Item, Questionnaire, Source } from '../survey/questionnaire.ts';

type Flaw = { path: (string | number)[]; reason: string };
type Sourced = { text: Text; source: Source };

/** What is quoted that no plan prints, and statements that share an id but not their words. */
export function wordingFlaws({
	promises,
	questionnaires,
	goals
}: {
	promises: Sourced[];
	questionnaires: Questionnaire[];
	goals: Goal[];
}): Flaw[] {
	const sourced: [(string | number)[], Sourced][] = [
		...promises.map((each, p) => [['promises', p, 'text'], each] as [string[], Sourced]),
		...questionnaires.flatMap(({ items }, q) =>
			items.map(
				(each, i) => [['questionnaires', q, 'items', i, 'text'], each] as [string[], Sourced]
			)
		),
		...goals.flatMap((goal, g) =>
			goal.measures.flatMap((measure, m) =>
				measure.kind === 'survey' && isTarget(goal, measure.id)
					? [
							[
								['goals', g, 'measures', m, 'wording'],
								{ text: measure.wording, source: goal.source }
							] as [(string | number)[], Sourced]
						]
					: []
			)
		)
	];
	const misquoted = sourced
		.filter(([, { text, source }]) => !isQuoted(text.da, source))
		.map(([path]) => ({
			path: [...path, 'da'],
			reason: 'the passage does not say this word for word'
		}));
	return [...misquoted, ...sharedIds(questionnaires)];
}

/** A figure is only held against a goal of the same wording, so that wording is the plan's. */
const isTarget = ({ aims }: Goal, measure: string): boolean =>
	aims.some((aim) => aim.kind === 'value' && aim.measure === measure);

/** Whether what is called verbatim stands in its passage; a correction stands there in square brackets. */
const isQuoted = (words: string, source: Source): boolean =>
	source.kind !== 'verbatim' ||
	(source.correction?.replace(/[[\]]/g, '') ?? source.passage).includes(words);

/** Two statements are one when their Danish words and scale are: figures and goals go by that. */
export const isSameStatement = (
	a: Pick<Item, 'text' | 'scale'>,
	b: Pick<Item, 'text' | 'scale'>
): boolean => a.text.da === b.text.da && a.scale === b.scale;

function sharedIds(questionnaires: Questionnaire[]): Flaw[] {
	const first = new Map<string, Item>();
	return questionnaires.flatMap(({ items }, q) =>
		items.flatMap((item, i) => {
			const known = first.get(item.id) ?? item;
			first.set(item.id, known);
			return isSameStatement(known, item)
				? []
				: [
						{
							path: ['questionnaires', q, 'items', i, 'id'],
							reason: `"${item.id}" is another statement in another questionnaire`
						}
					];
		})
	);
}
