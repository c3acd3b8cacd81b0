import { AGENDA } from '../agenda.ts';
import type { Block, Report } from '../document.ts';
import type { ReportWords } from '../words.ts';

/** An agenda item: the committee's own headings in its order, each with what stands under it. */
type Item = { title: string; parts: { heading: string; blocks: Block[] }[] };

export function itemOf(report: Report, { t, locale }: ReportWords): Item {
	const { front, sections, agenda, version } = report;
	const said = (id: string) => sections.find((each) => each.id === id)?.said ?? '';
	const text = (words: string): Block[] => (words === '' ? [] : [{ kind: 'text', words }]);
	const list = (heading: string, items: string[]): Block[] =>
		items.length > 0
			? [
					{ kind: 'heading', words: heading },
					{ kind: 'list', items }
				]
			: [];
	const blocks: { [part in (typeof AGENDA)[number]['part']]: Block[] } = {
		resume: [...text(front.headline), ...text(front.about.join(' ')), ...text(said('front'))],
		recommendation: [
			{ kind: 'text', words: t.agenda.proposed() },
			{ kind: 'list', items: proposals(agenda?.recommendation ?? '', t, front.questions.length) }
		],
		case: [
			...text(t.agenda.about({ quarter: locale.unit(report.quarter), plan: report.plan })),
			...text(front.question),
			...list(t.page.known(), front.known),
			...list(t.page.unknown(), front.unknown),
			...(front.quotes.length > 0
				? ([
						{ kind: 'heading', words: t.agenda.voices() },
						{ kind: 'quotes', quotes: front.quotes }
					] as const)
				: []),
			...list(t.page.questions(), front.questions),
			...sections
				.filter(({ id }) => id !== 'front' && said(id) !== '')
				.flatMap(({ id, title }): Block[] => [
					{ kind: 'heading', words: title },
					{ kind: 'text', words: said(id) }
				])
		],
		economy: text(agenda?.economy || t.agenda.noEconomy()),
		annexes: [
			{
				kind: 'list',
				items: [
					t.agenda.annex({ n: 1, title: t.agenda.version({ title: report.title, version }) }),
					t.agenda.annex({ n: 2, title: t.agenda.recount() })
				]
			}
		]
	};
	return {
		title: report.title,
		parts: (agenda?.headings ?? AGENDA).map(({ part, heading }) => ({
			heading,
			blocks: blocks[part]
		}))
	};
}

/** What the committee is asked to do: one "at …" a line, as it is written; else to note the report and to discuss its questions. */
function proposals(written: string, t: ReportWords['t'], questions: number): string[] {
	const lines = written
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
	if (lines.length === 0) {
		return [t.agenda.noted(), ...(questions > 0 ? [t.agenda.discussed()] : [])];
	}
	return lines.map((line) => (/^at\s/i.test(line) ? line : t.agenda.that({ text: line })));
}

/** As text to paste into the committee's own system: no table and no mark-up. */
export const itemText = ({ title, parts }: Item): string =>
	[title, ...parts.flatMap(({ heading, blocks }) => [heading, ...blocks.map(plain)])]
		.join('\n\n')
		.concat('\n');

function plain(block: Block): string {
	if (block.kind === 'list') return block.items.map((item) => `• ${item}`).join('\n');
	if (block.kind === 'quotes') {
		return block.quotes.map(({ text, from }) => `»${text}« (${from})`).join('\n');
	}
	return block.kind === 'table' ? block.title : block.words;
}
