import type { Relation } from '../../../journey/model.ts';
import { stevns, words } from './words.ts';

/** How descriptions point to kinds of support. Each rule can be read aloud: so many of these, because the plan says so. */
export const relations: Relation[] = [
	{
		id: 'goes-by-itself',
		kind: 'own-way',
		steps: [
			{ area: 'work', step: 'ready' },
			{ area: 'belief', step: 'believe' },
			{ area: 'health', step: 'not-in-the-way' },
			{ area: 'everyday', step: 'room-for-work' },
			{ area: 'digital', step: 'easy' },
			{ area: 'wish', step: 'under-way' }
		],
		atLeast: 3,
		reason: words(
			'Flere ting går af sig selv for dig. Planen siger, at de, der klarer det selv, skal forstyrres mindst muligt.',
			'Flere ting går let for dig. Så skal kommunen ikke forstyrre dig for meget.',
			'Several things go by themselves for you. The plan says that those who manage alone should be disturbed as little as possible.'
		),
		source: stevns(52, 'Nogle borgere klarer det hele selv. Dem skal vi forstyrre mindst muligt')
	},
	{
		id: 'a-start',
		kind: 'something-specific',
		steps: [
			{ area: 'work', step: 'an-idea' },
			{ area: 'work', step: 'know-strengths' }
		],
		atLeast: 1,
		reason: words(
			'Du har noget at bygge på. Planen tilbyder sparring på tomandshånd i en periode.',
			'Du har en god begyndelse. Du kan få samtaler, hvor kun du og sagsbehandleren er med.',
			'You have something to build on. The plan offers one-to-one conversations for a while.'
		),
		source: stevns(72, 'Borgere kan have brug for en til en sparring i en begrænset periode.')
	},
	{
		id: 'getting-used-to-work',
		kind: 'something-specific',
		steps: [
			{ area: 'everyday', step: 'hard-to-start' },
			{ area: 'everyday', step: 'most-important-only' }
		],
		atLeast: 1,
		reason: words(
			'Det kan tage tid at få en hverdag, hvor der er plads til arbejde. Planen siger, at man kan få hjælp til at »lære at gå på arbejde«.',
			'Det kan være svært at få hverdagen til at passe med et job. Det kan du få hjælp til.',
			'It can take time to make everyday life fit with work. The plan says that one can get help to "learn to go to work".'
		),
		source: stevns(74, 'Måske skal man "lære at gå på arbejde"')
	},
	{
		id: 'language-training',
		kind: 'something-specific',
		steps: [
			{ area: 'danish', step: 'interpreter' },
			{ area: 'danish', step: 'a-little' },
			{ area: 'danish', step: 'short-talks' },
			{ area: 'danish', step: 'letters-hard' }
		],
		atLeast: 1,
		reason: words(
			'Dansk er noget, man kan træne. Planen nævner sprog som noget bestemt, man kan få hjælp til i en periode.',
			'Du kan få hjælp til at lære mere dansk.',
			'Danish can be practised. The plan names language as something one can get help with for a while.'
		),
		source: stevns(74, 'der kan være nogle sociale eller sprogæssige kompetencer, der skal trænes')
	},
	{
		id: 'back-from-illness',
		kind: 'something-specific',
		steps: [{ area: 'health', step: 'good-and-bad-days' }],
		atLeast: 1,
		reason: words(
			'Du har også gode dage. Planen tilbyder genoptræning eller et forløb i en virksomhed, hvor der tages hensyn i en periode.',
			'Du har også gode dage. Du kan få træning eller prøve en arbejdsplads, der tager hensyn.',
			'You have good days too. The plan offers rehabilitation, or time at a workplace that makes allowances for a while.'
		),
		source: stevns(
			78,
			'Det kan være via samtaler og/eller genoptræningsforløb eller virksomhedsrettede forløb med tidsbegrænsede skånehensyn.'
		)
	},
	{
		id: 'several-fronts',
		kind: 'several-things',
		steps: [
			{ area: 'health', step: 'fills-everything' },
			{ area: 'health', step: 'few-good-hours' },
			{ area: 'everyday', step: 'hard-to-start' },
			{ area: 'people', step: 'alone' },
			{ area: 'people', step: 'rarely-ask' },
			{ area: 'money', step: 'cannot-pay' },
			{ area: 'money', step: 'fear-next-bill' }
		],
		atLeast: 2,
		reason: words(
			'Flere ting fylder på samme tid. Planen siger, at kommunen så skal hjælpe på tværs og tale med én stemme.',
			'Flere ting er svære på samme tid. Så skal kommunen hjælpe dig samlet.',
			'Several things weigh on you at the same time. The plan says that the municipality should then help as one.'
		),
		source: stevns(
			82,
			'Den enkelte kan møde modstand på flere fronter. Udfordringer med børn og/eller ægtefælle, økonomiske vanskeligheder, psykisk sårbarhed etc. gør, at der er brug for en hjælp, der går på tværs af kommunens centre.'
		)
	},
	{
		id: 'equal-terms',
		kind: 'right-support',
		steps: [
			{ area: 'health', step: 'with-consideration' },
			{ area: 'health', step: 'few-good-hours' }
		],
		atLeast: 1,
		reason: words(
			'Du kan noget, når rammerne passer. Planen vil bruge støtteordninger, så du får lige vilkår.',
			'Du kan arbejde, når andre tager hensyn. Du kan få støtte til det.',
			'You can do things when the conditions fit. The plan wants to use support schemes that give equal terms.'
		),
		source: stevns(
			94,
			'Det skal vi blandt andet gøre ved at bruge de forskellige kompenserende ordninger som udjævner vilkårene'
		)
	},
	{
		id: 'hours-count',
		kind: 'contribute',
		steps: [
			{ area: 'health', step: 'few-good-hours' },
			{ area: 'health', step: 'fills-everything' }
		],
		atLeast: 1,
		reason: words(
			'Der er ikke kræfter til så meget. Planen siger, at det giver mening at være med, også få timer om ugen.',
			'Du har ikke så mange kræfter. Få timer på arbejde tæller også.',
			'There is not much strength to spare. The plan says that taking part makes sense, even a few hours a week.'
		),
		source: stevns(
			108,
			'At tage del i arbejdsmarkedet giver mening for langt de fleste, også hvis de kun er få timer ugentligt.'
		)
	}
];
