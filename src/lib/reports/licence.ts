/** On what terms anyone may use the figures. */
export const LICENCE = {
	name: 'CC BY 4.0',
	url: 'https://creativecommons.org/licenses/by/4.0/deed.da'
};
