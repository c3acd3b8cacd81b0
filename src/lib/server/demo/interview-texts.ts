import type { Coding } from '../../interviews/passages.ts';

/** What an invented citizen says to one question of the guide, sentence by sentence, and how it is coded. */
export type Said = {
	question: string;
	sentences: string[];
	coded: ({ sentence: number } & Coding)[];
};

const code = (
	sentence: number,
	promise: string,
	tone: Coding['tone'],
	quote: Coding['quote'],
	wording = ''
) => ({ sentence, promise, tone, quote, wording });

/** All invented: no citizen of any municipality has said this. */
export const TALKS: Said[][] = [
	[
		{
			question: 'eye-level',
			sentences: [
				'Første gang jeg kom, kiggede hun op fra skærmen og spurgte, hvordan jeg havde det.',
				'Det havde jeg ikke regnet med.'
			],
			coded: [code(0, 'eye-level', 'works', 'own-words', 'Blev mødt af en, der så op og spurgte')]
		},
		{
			question: 'law',
			sentences: [
				'Brevet om mine rettigheder var på seks sider.',
				'Jeg læste det tre gange og ringede så til min søster.'
			],
			coded: [
				code(0, 'law', 'better', 'own-words', 'Breve om regler er for lange til at forstå alene')
			]
		},
		{
			question: 'works',
			sentences: ['Det virker, at det er den samme, jeg taler med hver gang.'],
			coded: [code(0, 'listen', 'works', 'verbatim')]
		}
	],
	[
		{
			question: 'clear',
			sentences: [
				'Efter mødet vidste jeg ikke, om det var mig eller dem, der skulle ringe til virksomheden.',
				'Så der gik tre uger.'
			],
			coded: [
				code(0, 'clear', 'better', 'own-words', 'Det var uklart, hvem der skulle tage næste skridt')
			]
		},
		{
			question: 'best-solution',
			sentences: ['Praktikken var min egen idé, og de fik den til at ske.'],
			coded: [code(0, 'best-solution', 'works', 'verbatim')]
		},
		{
			question: 'better',
			sentences: ['Skriv ned, hvad vi har aftalt, og giv mig det med hjem.'],
			coded: [code(0, 'clear', 'better', 'verbatim')]
		}
	],
	[
		{
			question: 'listen',
			sentences: ['Der var sat god tid af.', 'Jeg fik lov at tale ud om det, der skete sidste år.'],
			coded: [code(0, 'listen', 'works', 'own-words', 'Der var tid til at tale ud')]
		},
		{
			question: 'law',
			sentences: [
				'Hun tegnede det på et stykke papir, så jeg kunne se, hvad der ville ske med min ydelse.'
			],
			coded: [code(0, 'law', 'works', 'own-words', 'Reglerne blev tegnet op')]
		},
		{
			question: 'reflect',
			sentences: ['Det meste var bestemt, før jeg kom.'],
			coded: [code(0, 'reflect', 'better', 'verbatim')]
		}
	],
	[
		{
			question: 'eye-level',
			sentences: [
				'Jeg har haft fire forskellige på halvandet år.',
				'Hver gang begynder jeg forfra.'
			],
			coded: [code(0, 'eye-level', 'better', 'own-words', 'Mange skift betyder at begynde forfra')]
		},
		{
			question: 'clear',
			sentences: ['Den sidste skrev en liste med tre ting, og den hænger på mit køleskab.'],
			coded: [code(0, 'clear', 'works', 'verbatim')]
		}
	],
	[
		{
			question: 'reflect',
			sentences: [
				'Vi prøvede at regne ud sammen, hvor mange timer jeg kan holde til.',
				'Det var første gang, nogen spurgte sådan.'
			],
			coded: [code(0, 'reflect', 'works', 'own-words', 'Regnede timer ud sammen')]
		},
		{
			question: 'better',
			sentences: ['Sig til, hvis der går længe, før I vender tilbage.'],
			coded: [code(0, 'clear', 'better', 'verbatim')]
		}
	]
];

export const FIRST_SUMMARY = `De fleste af de fem føler sig lyttet til. Det, der bliver fremhævet, er tid, og at det er den samme person fra gang til gang.

Det, der kan blive bedre, er især, hvad der sker efter samtalen. Flere går derfra uden at vide, hvem der skal gøre hvad. En har løst det med en liste på køleskabet.

Brevene bliver beskrevet som lange og svære.`;

export const MENDED_SUMMARY = `Fire af de fem føler sig lyttet til. Det, der bliver fremhævet, er tid, og at det er den samme person fra gang til gang: »Det virker, at det er den samme, jeg taler med hver gang.«

Det, der kan blive bedre, er især, hvad der sker efter samtalen. Flere går derfra uden at vide, hvem der skal gøre hvad. Et forslag går igen: »Skriv ned, hvad vi har aftalt, og giv mig det med hjem.«

Breve om regler bliver beskrevet som for lange til at forstå alene. Det hjælper, når reglerne bliver tegnet op under samtalen.

Der er ikke enighed om, hvor meget der er bestemt på forhånd. Nogle har fået deres egen idé gennemført, andre oplever, at det meste lå fast.`;

export const AWAITING_SUMMARY = `Borgeren er blevet set og spurgt, og det betyder noget, at det er den samme person hver gang.

Det svære er breve om rettigheder. De er lange, og borgeren har brug for hjælp til at læse dem. Vi bør prøve, om en samtale om brevet kan afløse noget af teksten.`;
