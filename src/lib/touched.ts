/** Whether somebody has typed or ticked something that the page did not come with. */
export const isTouched = (root: ParentNode): boolean =>
	[...root.querySelectorAll<HTMLInputElement>('input, textarea')].some((field) =>
		/checkbox|radio/.test(field.type)
			? field.checked !== field.defaultChecked
			: field.value !== field.defaultValue
	);
