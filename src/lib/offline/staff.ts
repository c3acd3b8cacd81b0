const PAGE = `<!doctype html>
<html lang="da">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Du er ikke på nettet</title>
<style>
	body { max-width: 60ch; margin: 15vh auto; padding: 0 2rem; color: #1a1a1a; font: 1.125rem/1.6 system-ui, sans-serif; }
	a { color: #2f5c15; }
</style>
<h1>Du er ikke på nettet</h1>
<p>De interne sider ligger ikke på denne enhed og kan kun åbnes med internet. Det, du har gemt, er gemt.</p>
<p><a href="">Prøv igen</a></p>
</html>`;

/** Stands in for a page of the staff's without network. */
export const staffPage = async (): Promise<Response> =>
	new Response(PAGE, {
		status: 503,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
			'cache-control': 'no-store'
		}
	});
