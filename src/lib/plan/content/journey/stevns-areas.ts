import type { Area } from '../../../journey/model.ts';
import { glostrup, plain, slagelse, stevns, vejen, words } from './words.ts';

/** Ten areas of life, each in five everyday descriptions. None of them is the best one. */
export const areas: Area[] = [
	{
		id: 'work',
		name: plain('Arbejde og det, jeg kan', 'Work and what I can do'),
		counted: true,
		sources: [
			stevns(66, 'redskaber, som understøtter CV og jobansøgninger'),
			stevns(74, 'Som ny på arbejdsmarkedet kan man ligeledes have brug for en specifik assistance')
		],
		steps: [
			{
				id: 'no-job-in-sight',
				text: plain(
					'Jeg kan ikke se et job for mig lige nu',
					'I cannot picture a job for me right now'
				)
			},
			{
				id: 'an-idea',
				text: words(
					'Jeg har en idé, men ikke en start',
					'Jeg har en idé, men er ikke begyndt',
					'I have an idea, but not a start'
				)
			},
			{
				id: 'know-strengths',
				text: plain('Jeg ved, hvad jeg er god til', 'I know what I am good at')
			},
			{ id: 'trying', text: plain('Jeg prøver noget af', 'I am trying something out') },
			{ id: 'ready', text: plain('Jeg er klar til job', 'I am ready for a job') }
		]
	},
	{
		id: 'belief',
		name: plain('Troen på det', 'Believing in it'),
		counted: true,
		sources: [
			slagelse(
				351,
				'Kun via en tillidsbaseret relation styrkes borgerens tro på egne potentialer og tillid til effekten af kommunens tilbudsvifte.'
			)
		],
		steps: [
			{
				id: 'not-now',
				text: plain('Jeg tror ikke på det lige nu', 'I do not believe in it right now')
			},
			{ id: 'mostly-doubt', text: plain('Jeg tvivler mest', 'I mostly doubt it') },
			{ id: 'some-days', text: plain('Nogle dage tror jeg på det', 'Some days I believe in it') },
			{
				id: 'with-help',
				text: plain('Jeg tror på det, når nogen hjælper', 'I believe in it when somebody helps')
			},
			{ id: 'believe', text: plain('Jeg tror på det', 'I believe in it') }
		]
	},
	{
		id: 'health',
		name: plain('Helbred og kræfter', 'Health and strength'),
		counted: true,
		sources: [
			stevns(92, 'Borgere med fysiske handicap, psykiatriske diagnoser eller kroniske sygdomme')
		],
		steps: [
			{
				id: 'fills-everything',
				text: words(
					'Helbredet fylder det hele',
					'Jeg er så syg eller træt, at det fylder alt',
					'My health takes up everything'
				)
			},
			{ id: 'few-good-hours', text: plain('Jeg har få gode timer', 'I have few good hours') },
			{
				id: 'good-and-bad-days',
				text: plain('Jeg har gode og dårlige dage', 'I have good days and bad days')
			},
			{
				id: 'with-consideration',
				text: words(
					'Jeg kan noget, når der tages hensyn',
					'Jeg kan noget, når andre tager hensyn',
					'I can do things when allowances are made'
				)
			},
			{
				id: 'not-in-the-way',
				text: words(
					'Helbredet står ikke i vejen',
					'Mit helbred er ikke et problem',
					'My health is not in the way'
				)
			}
		]
	},
	{
		id: 'everyday',
		name: plain('Hverdagen', 'Everyday life'),
		counted: true,
		sources: [stevns(74, 'Måske skal man "lære at gå på arbejde"')],
		steps: [
			{
				id: 'hard-to-start',
				text: plain('Det er svært at komme i gang', 'It is hard to get going')
			},
			{
				id: 'most-important-only',
				text: plain('Jeg når kun det vigtigste', 'I only manage what matters most')
			},
			{
				id: 'some-habits',
				text: words(
					'Nogle dage har jeg faste vaner',
					'Nogle dage gør jeg tingene på samme tid',
					'Some days I have regular habits'
				)
			},
			{
				id: 'rhythm',
				text: words(
					'Min dag har en rytme',
					'Mine dage ligner hinanden på en god måde',
					'My day has a rhythm'
				)
			},
			{ id: 'room-for-work', text: plain('Der er plads til arbejde', 'There is room for work') }
		]
	},
	{
		id: 'people',
		name: plain('Familie og venner', 'Family and friends'),
		counted: true,
		sources: [
			stevns(82, 'Udfordringer med børn og/eller ægtefælle'),
			stevns(84, 'med inddragelse af borgers netværk')
		],
		steps: [
			{
				id: 'alone',
				text: plain('Jeg står alene med det meste', 'I am alone with most things')
			},
			{ id: 'rarely-ask', text: plain('Jeg beder sjældent om hjælp', 'I rarely ask for help') },
			{
				id: 'one-to-talk-to',
				text: plain('Jeg har én, jeg kan tale med', 'I have one person I can talk to')
			},
			{
				id: 'help-when-asked',
				text: plain('Jeg får hjælp, når jeg spørger', 'I get help when I ask')
			},
			{
				id: 'backed-up',
				text: words(
					'Jeg har folk, der bakker mig op',
					'Jeg har folk, der støtter mig',
					'I have people who back me up'
				)
			}
		]
	},
	{
		id: 'money',
		name: plain('Penge', 'Money'),
		counted: true,
		sources: [stevns(82, 'økonomiske vanskeligheder')],
		steps: [
			{
				id: 'cannot-pay',
				text: plain('Jeg kan ikke betale det hele', 'I cannot pay for everything')
			},
			{
				id: 'fear-next-bill',
				text: plain('Jeg er bange for næste regning', 'I am afraid of the next bill')
			},
			{
				id: 'just-enough',
				text: words('Det går lige rundt', 'Pengene passer lige', 'I just get by')
			},
			{
				id: 'in-order',
				text: plain('Jeg har styr på mine penge', 'My money is in order')
			},
			{
				id: 'some-to-spare',
				text: words('Jeg har lidt i reserve', 'Jeg har lidt sparet op', 'I have a little to spare')
			}
		]
	},
	{
		id: 'danish',
		name: plain('Dansk', 'Danish'),
		counted: true,
		sources: [
			stevns(74, 'der kan være nogle sociale eller sprogæssige kompetencer, der skal trænes'),
			glostrup(129, 'tilegnet sig det faglige sprog, der bruges på arbejdspladserne')
		],
		steps: [
			{ id: 'interpreter', text: plain('Jeg har brug for tolk', 'I need an interpreter') },
			{ id: 'a-little', text: plain('Jeg forstår lidt', 'I understand a little') },
			{
				id: 'short-talks',
				text: words(
					'Jeg klarer korte samtaler',
					'Jeg kan tale lidt med andre på dansk',
					'I manage short conversations'
				)
			},
			{
				id: 'letters-hard',
				text: plain('Jeg taler godt, men breve er svære', 'I speak well, but letters are difficult')
			},
			{
				id: 'no-problem',
				text: plain('Dansk er ikke et problem', 'Danish is not a problem')
			}
		]
	},
	{
		id: 'digital',
		name: plain('Telefon, MitID og post', 'Phone, MitID and post'),
		counted: true,
		sources: [stevns(66, 'Tilbydes som udgangspunkt et digitalt forløb.')],
		steps: [
			{ id: 'others-do-it', text: plain('Andre gør det for mig', 'Others do it for me') },
			{
				id: 'a-little-with-help',
				text: plain('Jeg kan lidt med hjælp', 'I can do a little with help')
			},
			{ id: 'read-post', text: plain('Jeg kan læse min post', 'I can read my post') },
			{ id: 'can-answer', text: plain('Jeg kan svare selv', 'I can answer it myself') },
			{ id: 'easy', text: plain('Det går let', 'It is easy') }
		]
	},
	{
		id: 'wish',
		name: plain('Det, jeg vil', 'What I want'),
		counted: true,
		sources: [
			glostrup(116, 'Forventninger til, at den enkelte selv ved, hvad der giver bedst mening.'),
			glostrup(157, 'der bliver taget udgangspunkt i de unges ønsker og drømme')
		],
		steps: [
			{ id: 'not-yet', text: plain('Jeg ved det ikke endnu', 'I do not know yet') },
			{
				id: 'what-not',
				text: plain('Jeg ved, hvad jeg ikke vil', 'I know what I do not want')
			},
			{ id: 'a-dream', text: plain('Jeg har en drøm', 'I have a dream') },
			{
				id: 'next-step',
				text: plain('Jeg kender mit næste skridt', 'I know my next step')
			},
			{ id: 'under-way', text: plain('Jeg er i gang', 'I am under way') }
		]
	},
	{
		id: 'municipality',
		name: plain('Hjælpen fra kommunen', 'Help from the municipality'),
		// Too close to satisfaction: it must never become a figure beside the survey's.
		counted: false,
		sources: [
			vejen(68, 'Vi ønsker at sætte borgeren ved roret.'),
			vejen(121, 'at tage ejerskab over egen situation og være en aktiv medspiller')
		],
		steps: [
			{
				id: 'do-not-know',
				text: plain('Jeg ved ikke, hvad der skal ske', 'I do not know what will happen')
			},
			{ id: 'know-a-little', text: plain('Jeg ved lidt', 'I know a little') },
			{ id: 'know-my-plan', text: plain('Jeg kender min plan', 'I know my plan') },
			{
				id: 'part-of-it',
				text: plain('Jeg er med til at lave planen', 'I take part in making the plan')
			},
			{ id: 'my-plan', text: plain('Det er min plan', 'It is my plan') }
		]
	}
];
