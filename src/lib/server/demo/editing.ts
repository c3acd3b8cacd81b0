import type { Plan } from '../../plan/plan.ts';
import * as editing from '../results/comment-editing.ts';
import { open } from '../core/database.ts';

/** So many are left for whoever tries the editor's page. */
const LEFT = 6;

/** What a comment of the demo is about; the promises are Stevns', others have their own. */
const ABOUT: readonly (readonly [RegExp, string])[] = [
	[/lyttede|afbrudt|skærmen|bange|turde/i, 'listen'],
	[/regler|brev|skrev under|only in Danish|interpreter/i, 'law'],
	[/svar på|ringe til|næste skridt|after the internship|måneder/i, 'clear'],
	[/spurgte|bestemt på forhånd|plan, jeg tror/i, 'reflect'],
	[/menneske|smil|tager mig sammen|samme person|forfra|kind and/i, 'eye-level']
];

/** Comments in another language are shown only as the editor's Danish summary. */
const IN_DANISH: readonly (readonly [RegExp, string])[] = [
	[
		/kind and spoke slowly/,
		'Sagsbehandleren var venlig og talte langsomt, så borgeren kunne følge med.'
	],
	[/спокійно/, 'De talte roligt, og borgeren forstod det hele.'],
	[/перекладача|مترجم/, 'Der var ingen tolk.'],
	[/استمعت/, 'Sagsbehandleren lyttede og forklarede det hele.'],
	[/interpreter/, 'Der var ingen tolk, så borgeren forstod kun det halve.'],
	[/only in Danish/, 'Mødet var godt, men brevet før det var kun på dansk.'],
	[/after the internship/, 'Borgeren vil gerne vide, hvad der sker efter praktikken.']
];

/** The invented secretary has read most of the released comments, and said which promise each is about. */
export function editComments(plan: Plan): void {
	const db = open(plan.municipality);
	const known = plan.promises.map(({ id }) => id);
	for (const { id, text } of editing.unread(db).slice(LEFT)) {
		const promise = ABOUT.find(([words]) => words.test(text))?.[1];
		const inDanish = IN_DANISH.find(([words]) => words.test(text))?.[1];
		editing.show(db, id, {
			text: inDanish ?? text,
			promise: promise !== undefined && known.includes(promise) ? promise : null,
			isSummary: inDanish !== undefined
		});
	}
}
