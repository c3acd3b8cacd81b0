import type { Interviews } from '../../interviews/kind.ts';

type Kind = Interviews['kinds'][number];

/** Read out before an interview; the citizen says yes to each. True because of how the notes are kept: keep it true. */
export const consent: Kind['consent'] = [
	{
		id: 'free',
		text: {
			da: 'Det er frivilligt. Det får ingen betydning for din ydelse eller din sag, hvad du siger, eller om du siger nej.',
			let: 'Du bestemmer selv, om du vil være med. Det ændrer ikke dine penge eller din sag, uanset hvad du siger.',
			en: 'Taking part is voluntary. What you say, or that you say no, makes no difference to your benefits or your case.'
		}
	},
	{
		id: 'notes',
		text: {
			da: 'Vi skriver noter undervejs, uden dit navn. Kun vi, der holder interviewet, kan læse dem.',
			let: 'Vi skriver ned, hvad du siger. Vi skriver ikke dit navn. Kun os, der sidder her, kan læse det.',
			en: 'We take notes as we talk, without your name. Only those of us who hold the interview can read them.'
		}
	},
	{
		id: 'use',
		text: {
			da: 'Af noterne skriver vi en opsummering til udvalget. Ingen skal kunne se, at det er dig. Du bestemmer, om vi må gengive dine ord, som du siger dem.',
			let: 'Vi skriver en kort tekst til politikerne. Ingen må kunne se, at det er dig. Du bestemmer, om vi må skrive dine egne ord.',
			en: 'From the notes we write a summary for the committee. Nobody is to see that it is you. You decide whether we may repeat your words as you say them.'
		}
	},
	{
		id: 'stop',
		text: {
			da: 'Du kan stoppe når som helst. Du kan også fortryde bagefter, indtil opsummeringen er gjort klar til udvalget. Så sletter vi det, du har sagt. Noterne bliver slettet under alle omstændigheder.',
			let: 'Du kan stoppe, når du vil. Du kan også sige nej bagefter, så længe teksten ikke er færdig. Så sletter vi det, du har sagt. Det, vi har skrevet ned, bliver altid slettet til sidst.',
			en: 'You can stop at any time. You can also change your mind afterwards, until the summary is ready for the committee. Then we erase what you said. The notes are erased in any case.'
		}
	},
	{
		id: 'duty',
		text: {
			da: 'Vi har tavshedspligt. Fortæller du noget, der tyder på, at et barn eller en anden er i fare, har vi pligt til at hjælpe. Det siger vi til dig.',
			let: 'Vi siger det ikke videre. Men hvis et barn eller en anden er i fare, skal vi hjælpe. Så siger vi det til dig.',
			en: 'We are bound by confidentiality. If you tell us something that suggests a child or someone else is in danger, we have a duty to help. We will tell you so.'
		}
	}
];

const emergency = {
	name: { da: 'Alarmcentralen', let: 'Alarm', en: 'Emergency services' },
	note: { da: 'Er der fare nu.', let: 'Er der fare nu.', en: 'If there is danger now.' },
	telephone: '112'
};

const police = {
	name: { da: 'Politiet', let: 'Politiet', en: 'The police' },
	note: {
		da: 'Uden for kommunens åbningstid: bed om den sociale vagt.',
		let: 'Når kommunen har lukket: bed om den sociale vagt.',
		en: "Outside the municipality's opening hours: ask for the social services on duty."
	},
	telephone: '114'
};

/** No plan prints a name or a number for this, so the municipality is asked for at its own address. */
export const alarms = (name: string, url: string): Interviews['alarms'] => [
	{
		id: 'child',
		title: {
			da: 'Et barn eller en ung kan have brug for hjælp',
			let: 'Et barn har måske brug for hjælp',
			en: 'A child or a young person may need help'
		},
		text: {
			da: 'Du har pligt til at underrette kommunen, når du i dit arbejde eller hverv får grund til at tro, at et barn eller en ung under 18 år har brug for støtte (barnets lov §§ 133 og 135). Pligten er din egen, og den går forud for tavshedspligten. Sig det til borgeren, hvis det kan ske uden fare for barnet. Underret samme dag.',
			let: 'Du skal sige det til kommunen, hvis et barn har brug for hjælp. Gør det i dag.',
			en: 'You have a duty to notify the municipality when your work or office gives you reason to believe that someone under 18 needs support (barnets lov, sections 133 and 135). The duty is your own and comes before confidentiality. Tell the citizen, if that puts no child in danger. Notify the same day.'
		},
		contacts: [
			{
				name: {
					da: `Underretninger i ${name}`,
					let: `Underretninger i ${name}`,
					en: `Notifications in ${name}`
				},
				note: {
					da: 'Find telefon og formular under "underretning".',
					let: 'Find telefon og formular under "underretning".',
					en: 'Telephone and form are found under "underretning".'
				},
				url
			},
			police,
			emergency
		]
	},
	{
		id: 'suicide',
		title: {
			da: 'Borgeren taler om ikke at ville leve',
			let: 'Borgeren vil måske ikke leve',
			en: 'The citizen speaks of not wanting to live'
		},
		text: {
			da: 'Spørg direkte, om borgeren har planer om at tage sit liv. Bliv der, til der er hjælp. Er der fare nu, så ring 112. Ellers ring sammen til Livslinien, egen læge eller lægevagten.',
			let: 'Spørg, om borgeren vil tage sit liv. Bliv der. Ring 112, hvis der er fare nu.',
			en: 'Ask directly whether the citizen has plans to take their life. Stay until there is help. If there is danger now, call 112. Otherwise call Livslinien, their doctor or the doctor on duty together.'
		},
		contacts: [
			{
				name: { da: 'Livslinien', let: 'Livslinien', en: 'Livslinien (the lifeline)' },
				note: {
					da: 'Rådgiver også den, der er bekymret for en anden.',
					let: 'Hjælper også dig, der er bekymret.',
					en: 'Also advises those who worry about someone else.'
				},
				telephone: '70 201 201',
				url: 'https://www.livslinien.dk'
			},
			emergency
		]
	},
	{
		id: 'threat',
		title: {
			da: 'Nogen truer eller bliver truet',
			let: 'Nogen truer',
			en: 'Someone threatens or is threatened'
		},
		text: {
			da: 'Gå, hvis du selv er utryg. Er der fare nu, så ring 112. Ellers ring til politiet og til din egen leder. Er en medarbejder truet, så følg kommunens retningslinje for vold og trusler. Vold i hjemmet: fortæl borgeren, hvor der er hjælp.',
			let: 'Gå, hvis du er bange. Ring 112, hvis der er fare nu. Ring ellers til politiet og din chef.',
			en: "Leave if you feel unsafe. If there is danger now, call 112. Otherwise call the police and your own manager. If an employee is threatened, follow the municipality's guideline on violence and threats. Violence at home: tell the citizen where there is help."
		},
		contacts: [
			emergency,
			{
				name: { da: 'Politiet', let: 'Politiet', en: 'The police' },
				telephone: '114'
			},
			{
				name: {
					da: 'Lev Uden Vold',
					let: 'Lev Uden Vold',
					en: 'Lev Uden Vold (Live Without Violence)'
				},
				note: {
					da: 'National hotline, døgnet rundt.',
					let: 'Du kan ringe hele døgnet.',
					en: 'National hotline, day and night.'
				},
				telephone: '1888',
				url: 'https://levudenvold.dk'
			}
		]
	}
];
