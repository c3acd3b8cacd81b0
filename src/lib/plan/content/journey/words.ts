import type { Text } from '../../../i18n/text.ts';
import type { Source } from '../../../survey/questionnaire.ts';

/** Danish, easy Danish and English. Where the Danish is easy already, it says so by being the same. */
export const words = (da: string, easy: string, en: string): Text => ({ da, let: easy, en });

/** Danish that is easy Danish too, and English. */
export const plain = (da: string, en: string): Text => words(da, da, en);

const derivedFrom =
	(plan: string) =>
	(line: number, passage: string): Source => ({ kind: 'derived', plan, lines: [line], passage });

export const stevns = derivedFrom('stevns-2024-2026.txt');
export const glostrup = derivedFrom('glostrup-2023-2025.txt');
export const slagelse = derivedFrom('slagelse-2021-2022.txt');
export const vejen = derivedFrom('vejen-2024.txt');
