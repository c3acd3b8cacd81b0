/** A municipality's logo is drawn or a picture. */
export const match = (file: string): file is 'logo.svg' | 'logo.png' =>
	/^logo\.(svg|png)$/.test(file);
