import {
	AlignmentType,
	Document,
	Footer,
	HeadingLevel,
	LevelFormat,
	Packer,
	PageNumber,
	Paragraph,
	ShadingType,
	Table as WordTable,
	TableCell,
	TableRow,
	TextRun,
	WidthType
} from 'docx';
import { still } from '../../spreadsheet/still.ts';
import { cellWords } from '../cells.ts';
import type { Block, Report, Table } from '../document.ts';
import type { ReportWords } from '../words.ts';
import { itemOf } from './item.ts';

/** A4, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838, margin: 1134 };
const WIDE = PAGE.width - 2 * PAGE.margin;
const FONT = 'Calibri';
/** Of letters, in half points. */
const SIZE = { text: 22, table: 17, caption: 18 };
/** Of a column, and of a line of a table. */
const [MOST_LETTERS, LINE_LETTERS] = [42, 100];

type Child = Paragraph | WordTable;

/** The agenda item, and the report behind it as its annex. The same report is the same bytes. */
export async function word(report: Report, words: ReportWords): Promise<Uint8Array> {
	const { t } = words;
	const item = itemOf(report, words);
	const children: Child[] = [
		new Paragraph({ text: item.title, heading: HeadingLevel.TITLE }),
		new Paragraph({ text: [report.name, report.committee].join(' · '), style: 'Caption' }),
		...item.parts.flatMap(({ heading, blocks }) => [
			new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1 }),
			...blocks.flatMap((block) => drawn(block, words, HeadingLevel.HEADING_2))
		]),
		new Paragraph({
			text: t.agenda.annex({ n: 1, title: report.title }),
			heading: HeadingLevel.HEADING_1,
			pageBreakBefore: true
		}),
		...report.sections
			.filter(({ id }) => id !== 'front')
			.flatMap(({ title, said, blocks }) => [
				new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 }),
				...(said ? [new Paragraph({ children: lines(said) })] : []),
				...blocks.flatMap((block) => drawn(block, words, HeadingLevel.HEADING_3))
			])
	];
	const file = await Packer.toBuffer(documentOf(report, children));
	return still(new Uint8Array(file), {
		// When it was made is the day that the report was.
		'docProps/core.xml': (xml) =>
			xml
				.replaceAll(
					/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
					(_, tag: string) => `${tag}${report.asOf}T00:00:00Z`
				)
				.replace('Un-named', report.name)
	});
}

const documentOf = (report: Report, children: Child[]): Document =>
	new Document({
		title: report.title,
		creator: report.name,
		styles: {
			default: {
				document: {
					run: { font: FONT, size: SIZE.text, language: { value: 'da-DK' } },
					paragraph: { spacing: { after: 120, line: 276 } }
				},
				title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 60 } } },
				heading1: heading(28, 320),
				heading2: heading(24, 240),
				heading3: heading(22, 180)
			},
			paragraphStyles: [
				{
					id: 'Caption',
					name: 'Caption',
					basedOn: 'Normal',
					run: { size: SIZE.caption, color: '444444' }
				}
			]
		},
		numbering: {
			config: [
				{
					reference: 'dots',
					levels: [
						{
							level: 0,
							format: LevelFormat.BULLET,
							text: '•',
							style: { paragraph: { indent: { left: 360, hanging: 260 }, spacing: { after: 60 } } }
						}
					]
				}
			]
		},
		sections: [
			{
				properties: {
					page: {
						size: { width: PAGE.width, height: PAGE.height },
						margin: {
							top: PAGE.margin,
							right: PAGE.margin,
							bottom: PAGE.margin,
							left: PAGE.margin
						}
					}
				},
				footers: {
					default: new Footer({
						children: [
							new Paragraph({
								style: 'Caption',
								children: [
									new TextRun(`${report.name} · ${report.title} · `),
									new TextRun({ children: [PageNumber.CURRENT] })
								]
							})
						]
					})
				},
				children
			}
		]
	});

const heading = (size: number, before: number) => ({
	run: { size, bold: true, color: '123D66' },
	paragraph: { spacing: { before, after: 80 }, keepNext: true }
});

function drawn(
	block: Block,
	words: ReportWords,
	level: (typeof HeadingLevel)[keyof typeof HeadingLevel]
): Child[] {
	switch (block.kind) {
		case 'text':
			return [new Paragraph({ children: lines(block.words) })];
		case 'heading':
			return [new Paragraph({ text: block.words, heading: level })];
		case 'list':
			return block.items.map(
				(text) => new Paragraph({ text, numbering: { reference: 'dots', level: 0 } })
			);
		case 'quotes':
			return block.quotes.map(
				({ text, from }) =>
					new Paragraph({
						indent: { left: 360 },
						children: [
							new TextRun({ text: `»${text}«`, italics: true }),
							new TextRun({ text: ` ${from}`, size: SIZE.caption, color: '444444' })
						]
					})
			);
		case 'table':
			return tableOf(block, words);
	}
}

/** A line end in a text is one on paper. */
const lines = (text: string): TextRun[] =>
	text.split('\n').map((line, at) => new TextRun({ text: line, break: at > 0 ? 1 : 0 }));

function tableOf(table: Table, { locale }: ReportWords): Child[] {
	const rows = table.rows.map((row) =>
		table.columns.map((column, at) => cellWords(row[at], column, locale.count))
	);
	const widths = widthsOf(table, rows);
	const cell = (text: string, at: number, isHead: boolean) =>
		new TableCell({
			width: { size: widths[at] ?? 0, type: WidthType.DXA },
			margins: { top: 40, bottom: 40, left: 70, right: 70 },
			...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'E8EDF2' } } : {}),
			children: [
				new Paragraph({
					alignment: table.columns[at]?.as === 'text' ? AlignmentType.LEFT : AlignmentType.RIGHT,
					spacing: { after: 0, line: 240 },
					children: [new TextRun({ text, size: SIZE.table, bold: isHead })]
				})
			]
		});
	return [
		new Paragraph({
			keepNext: true,
			spacing: { before: 160, after: 60 },
			children: [new TextRun({ text: table.title, bold: true })]
		}),
		new WordTable({
			width: { size: WIDE, type: WidthType.DXA },
			columnWidths: widths,
			rows: [
				new TableRow({
					tableHeader: true,
					cantSplit: true,
					children: table.columns.map(({ name }, at) => cell(name, at, true))
				}),
				...rows.map(
					(row) =>
						new TableRow({
							cantSplit: true,
							children: row.map((text, at) => cell(text, at, false))
						})
				)
			]
		}),
		...(table.caption.length > 0
			? [
					new Paragraph({
						style: 'Caption',
						spacing: { before: 60 },
						text: table.caption.join(' ')
					})
				]
			: [])
	];
}

/** No word is broken; what is left of the line goes to the columns with more to read. */
function widthsOf({ columns }: Table, rows: string[][]): number[] {
	const read = columns.map(({ name, as }, at) => {
		const texts = [name, ...rows.map((row) => row[at] ?? '')];
		const longest = (parts: string[]) => Math.max(...parts.map(({ length }) => length));
		const least = Math.min(MOST_LETTERS, longest(texts.flatMap((text) => text.split(' '))) + 3);
		const most = as === 'text' ? Math.min(MOST_LETTERS, longest(texts)) : least;
		return { least, more: Math.max(0, most - least) };
	});
	const sumOf = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0);
	const left = Math.max(0, LINE_LETTERS - sumOf(read.map(({ least }) => least)));
	const more = sumOf(read.map((each) => each.more)) || 1;
	const letters = read.map((each) => each.least + (left * each.more) / more);
	const all = sumOf(letters);
	return letters.map((n) => Math.floor((WIDE * n) / all));
}
