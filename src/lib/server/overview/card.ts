/** What a page of staff has to say on the overview; its words are the staff messages' `overview.<card>`. */
export type Card = {
	card:
		| 'initiatives'
		| 'goals'
		| 'figures'
		| 'results'
		| 'users'
		| 'audit'
		| 'recovery'
		| 'rounds'
		| 'codes'
		| 'paper'
		| 'meetings'
		| 'comments'
		| 'compliance'
		| 'committee'
		| 'plan'
		| 'interviews'
		| 'review'
		| 'material'
		| 'reports'
		| 'start'
		| 'tablets';
	/** A staff route without parameters, below `/intern`. */
	to: string;
	values: { [name: string]: string | number };
	/** Whether something awaits this person here. */
	waits: boolean;
};
