import { createHash } from 'node:crypto';
import { canonical, type Item, type Questionnaire } from '../../survey/questionnaire.ts';

/** Sixteen hex digits that name what the citizen sees and what decides the figure; sources and promises may be mended. */
export const questionnaireHash = (questionnaire: Pick<Questionnaire, 'items'>): string =>
	hash(questionnaire.items.map(({ id, text, scale, key }) => ({ id, text, scale, key })));

/** Two statements are the same, and may be compared across plans, when wording and scale are: in every language. */
export const itemHash = ({ text, scale }: Pick<Item, 'text' | 'scale'>): string =>
	hash({ text, scale });

const hash = (content: unknown): string =>
	createHash('sha256').update(canonical(content)).digest('hex').slice(0, 16);
