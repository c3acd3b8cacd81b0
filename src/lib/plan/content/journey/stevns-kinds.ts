import type { Kind } from '../../../journey/model.ts';
import { plain, stevns, words } from './words.ts';

/** The five kinds of support of Stevns' plan, chapter "Det individuelle forløb". */
export const kinds: Kind[] = [
	{
		id: 'own-way',
		name: plain('Jeg finder selv vejen', 'I find my own way'),
		short: plain('Min egen vej', 'My own way'),
		note: words(
			'mellem to job eller kort tid væk',
			'mellem to job – eller væk i kort tid',
			'between two jobs, or away for a short time'
		),
		offers: [
			{
				text: words(
					'Et digitalt forløb: samtaler på skærm og redskaber til CV og jobansøgninger',
					'Samtaler på skærm og hjælp til CV og ansøgninger på nettet',
					'A digital course: talks on screen, and tools for your CV and applications'
				),
				source: stevns(
					66,
					'Tilbydes som udgangspunkt et digitalt forløb. Her vil der være brug for digitale samtaler og redskaber, som understøtter CV og jobansøgninger.'
				)
			},
			{
				text: words(
					'Få aftaler, hvor du skal møde frem',
					'Kun få møder, hvor du skal komme',
					'Few appointments where you must come in person'
				),
				source: stevns(
					66,
					'de skal i udgangspunktet ikke have særligt mange aftaler med fysisk fremmøde'
				)
			}
		],
		aim: {
			text: words(
				'At du selv hurtigt finder et arbejde',
				'Du finder selv et job – hurtigt',
				'That you soon find work yourself'
			),
			source: stevns(66, 'Målet er at borger selv finder beskæftigelse hurtigt.')
		},
		expectOfUs: [
			{
				text: words(
					'Vi lader dig tage styringen',
					'Vi lader dig bestemme vejen',
					'We let you take the lead'
				),
				source: stevns(
					68,
					'Vi vil med andre ord: Lade borgeren tage styringen og selv finde den rigtige løsning.'
				)
			},
			{
				text: plain('Vi forstyrrer dig mindst muligt', 'We disturb you as little as possible'),
				source: stevns(
					52,
					'Nogle borgere klarer det hele selv. Dem skal vi forstyrre mindst muligt'
				)
			}
		],
		hopedOfYou: [
			{
				text: words(
					'At du selv tager styringen og finder den løsning, der er rigtig for dig',
					'Du bestemmer vejen. Du finder det, der er rigtigt for dig',
					'That you take the lead and find the solution that is right for you'
				),
				source: stevns(
					68,
					'Vi vil med andre ord: Lade borgeren tage styringen og selv finde den rigtige løsning.'
				)
			}
		]
	},
	{
		id: 'something-specific',
		name: plain(
			'Jeg har brug for hjælp til noget bestemt',
			'I need help with something in particular'
		),
		short: plain('Noget bestemt', 'One thing'),
		note: plain('i en periode', 'for a while'),
		offers: [
			{
				text: words(
					'Sparring på tomandshånd i en periode',
					'Samtaler, hvor kun du og sagsbehandleren er med',
					'One-to-one conversations for a while'
				),
				source: stevns(72, 'Borgere kan have brug for en til en sparring i en begrænset periode.')
			},
			{
				text: words(
					'Genoptræning eller et forløb i en virksomhed, hvor der tages hensyn til dig i en periode',
					'Træning. Eller tid på en arbejdsplads, hvor de passer på dig',
					'Rehabilitation, or time at a workplace that makes allowances for you for a while'
				),
				source: stevns(
					78,
					'Det kan være via samtaler og/eller genoptræningsforløb eller virksomhedsrettede forløb med tidsbegrænsede skånehensyn.'
				)
			}
		],
		aim: {
			text: words(
				'At du vender helt tilbage til arbejdsmarkedet efter en kort indsats',
				'Du kommer helt tilbage i arbejde – uden at det tager lang tid',
				'That you return fully to working life, with help over a short time'
			),
			source: stevns(
				78,
				'Målet vil være fuld tilbagevenden til arbejdsmarkedet, gennem en korterevarende indsats.'
			)
		},
		expectOfUs: [
			{
				text: words(
					'Vi finder den korteste vej sammen med dig – og med lægen eller sygehuset, hvis det er nødvendigt',
					'Vi finder den korteste vej sammen med dig. Måske er lægen med',
					'We look for the shortest way together with you, and with health care if needed'
				),
				source: stevns(
					78,
					'Derfor vil vi sammen med borger og evt. sundhedsvæsen forsøge at finde den korteste vej tilbage til arbejdsmarkedet.'
				)
			},
			{
				text: words(
					'Vi giver dig mulighed for at komme tilbage på de rette betingelser og med ny viden',
					'Du kan komme tilbage på en god måde og lære nyt',
					'We make it possible to come back on the right terms and with up-to-date skills'
				),
				source: stevns(
					76,
					'At give mulighed for at komme tilbage til arbejdsmarkedet under de rette betingelser og med opdateret viden og kvalifikationer, understøtter muligheden for varig beskæftigelse.'
				)
			}
		]
	},
	{
		id: 'several-things',
		name: plain('Der er flere ting på én gang', 'There are several things at once'),
		short: plain('Flere ting', 'Several things'),
		note: plain('kommunen skal hjælpe samlet', 'the municipality should help as one'),
		offers: [
			{
				text: words(
					'Hjælp på tværs af kommunen, for eksempel Tværfagligt velfærdsprogram (TVP) eller samarbejdsmodellen',
					'Hjælp fra flere steder i kommunen på samme tid',
					'Help from several parts of the municipality at once, such as its cross-disciplinary programme (TVP)'
				),
				source: stevns(
					84,
					'Eksempler på denne type støtte, er vores Tværfaglige velfærdsprogram (TVP) og samarbejdsmodellen.'
				)
			}
		],
		aim: {
			text: words(
				'At du får tilknytning til arbejdsmarkedet gennem en samlet og koordineret indsats',
				'Du kommer tættere på arbejde, og hjælpen hænger sammen',
				'That you become attached to working life through help that fits together'
			),
			source: stevns(
				88,
				'Målet er at borgeren opnår tilknytning til arbejdsmarkedet, gennem en helhedsorienteret og koordineret indsats'
			)
		},
		expectOfUs: [
			{
				text: words(
					'Vi taler med én stemme, også når flere dele af kommunen er med',
					'Alle i kommunen siger det samme til dig',
					'We speak with one voice, even when several departments are involved'
				),
				source: stevns(88, 'hvor vi som kommune -på tværs af centre- taler med en stemme')
			},
			{
				text: words(
					'Vi begynder med det, du ønsker, og det, du kan, og vi regner dit netværk med',
					'Vi begynder med det, du vil, og det, du kan. Dine nære kan være med',
					'We begin with what you wish and what you can do, and include the people around you'
				),
				source: stevns(
					84,
					'arbejde løsningsorienteret og med inddragelse af borgers netværk … Dette skal gøres med afsæt i borgerens ønsker, kvalifikationer og øvrige forudsætninger.'
				)
			}
		]
	},
	{
		id: 'right-support',
		name: plain(
			'Jeg kan arbejde, når jeg får den rette støtte',
			'I can work when I get the right support'
		),
		short: plain('Den rette støtte', 'Right support'),
		offers: [
			{
				text: words(
					'Ordninger, der kompenserer, så vilkårene bliver mere lige',
					'Støtte på jobbet, så du har samme chance som andre',
					'Schemes that compensate, so that conditions become more equal'
				),
				source: stevns(
					94,
					'Det skal vi blandt andet gøre ved at bruge de forskellige kompenserende ordninger som udjævner vilkårene'
				)
			},
			{
				text: words(
					'Et særligt forløb, hvis det skal afklares, hvad du kan arbejde nu og senere',
					'Et forløb, hvor vi sammen finder ud af, hvad du kan',
					'A course of your own, if it must be made clear how much you can work now and later'
				),
				source: stevns(
					98,
					'Borgeren kan også være i en situation, hvor afklaring af nuværende og fremtidig arbejdsevne kræver en særlig indsats og et særligt forløb'
				)
			}
		],
		aim: {
			text: words(
				'At vi sammen finder den støtte, der gør, at du kan være med på arbejdsmarkedet, og at du får den',
				'Vi finder den støtte, du skal have for at kunne arbejde. Og du får den',
				'That together we find the support that makes work possible, and that you get it'
			),
			source: stevns(
				100,
				'Målet er, at Arbejdsmarked sammen med borger identificerer de støtteforanstaltninger, som muliggør deltagelse på arbejdsmarkedet og stiller disse til rådighed'
			)
		},
		expectOfUs: [
			{
				text: words(
					'Vi arbejder for, at du bliver stillet så lige med andre som muligt',
					'Du skal have samme muligheder som andre',
					'We work for you to be on as equal terms as possible'
				),
				source: stevns(
					96,
					'Ligestilling er helt centralt i vores forståelse af, hvad der udgør værdig sagsbehandling.'
				)
			},
			{
				text: words(
					'Vi holder sammen på forløbet, når noget skal afklares',
					'Vi holder styr på det, der skal ske',
					'We hold things together while something is being clarified'
				),
				source: stevns(98, 'et særligt forløb, som vi skal facilitere og koordinere')
			}
		]
	},
	{
		id: 'contribute',
		name: words(
			'Jeg vil gerne bidrage og har brug for hjælp hele arbejdslivet',
			'Jeg vil gerne være med og har brug for hjælp hele arbejdslivet',
			'I want to contribute and need help throughout my working life'
		),
		short: words('Være med', 'Være med', 'Contribute'),
		note: plain('få timer tæller også', 'few hours count too'),
		offers: [
			{
				text: words(
					'Løbende opfølgning og hjælp til at søge job',
					'Vi taler med dig jævnligt og hjælper dig med at søge job',
					'Continuous follow-up and help to apply for jobs'
				),
				source: stevns(
					106,
					'Det skal vi gøre ved løbende opfølgning og gennem hjælp til jobsøgning.'
				)
			}
		],
		aim: {
			text: words(
				'At du får den hjælp, der bringer dig tilbage i job – uanset hvor mange timer',
				'Du får hjælp til et job. Antallet af timer er lige meget',
				'That you get the help that brings you back to a job, however few the hours'
			),
			source: stevns(
				108,
				'Derfor er målet at give den indsats, som assisterer borgere tilbage i job – uanset timetal.'
			)
		},
		expectOfUs: [
			{
				text: words(
					'Vi opsøger selv virksomheder, der mangler folk, og fortæller dem om ordningerne',
					'Vi ringer selv til arbejdspladser, der mangler folk',
					'We seek out employers who need people, and tell them about the schemes'
				),
				source: stevns(
					106,
					'Vi er opsøgende overfor virksomheder med arbejdskraftbehov og vi informerer virksomhederne bredt om ordninger'
				)
			},
			{
				text: words(
					'Vi ser det, du kan bidrage med',
					'Vi ser det, du kan',
					'We see what you have to contribute'
				),
				source: stevns(
					104,
					'får mulighed for at bidrage til samfundet med deres ressourcer og kompetencer'
				)
			}
		]
	}
];
