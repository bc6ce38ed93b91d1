// The npm package oidc-provider as a provider for tests: signs in whoever the file in SAYS names,
// without asking. Environment: MODULES (its node_modules), SAYS (a JSON file, read at each sign-in),
// CLIENT, SECRET. Prints its port. Not part of the product.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const find = createRequire(pathToFileURL(process.env.MODULES + "/"));
const { default: Provider } = await import(pathToFileURL(find.resolve("oidc-provider")));
const says = () => JSON.parse(readFileSync(process.env.SAYS, "utf8"));
const levels = ["low", "substantial", "high"];

const server = createServer();
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(issuer, {
  clients: [{
    client_id: process.env.CLIENT, client_secret: process.env.SECRET,
    redirect_uris: ["http://testserver/inloggen/via/organisatie/terug/"],
    token_endpoint_auth_method: "client_secret_post", id_token_signed_response_alg: "RS256",
  }],
  claims: { openid: ["sub", "acr"], email: ["email", "email_verified"], profile: ["name"] },
  acrValues: levels,
  pkce: { required: () => true },
  cookies: { keys: ["only-for-tests"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, asked) => `/interaction/${asked.uid}` },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => { const { acr, ...rest } = says(); return { ...rest, sub: id }; },
  }),
});
provider.on("server_error", (_context, error) => console.error(error));

async function agree(request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === "login") {
    const { sub, acr } = says();
    return provider.interactionFinished(request, response, { login: { accountId: sub, acr } });
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
}

const answer = provider.callback();
server.on("request", (request, response) => {
  if (request.url.startsWith("/interaction/")) {
    agree(request, response).catch((error) => { console.error(error); response.end(); });
  } else { answer(request, response); }
});
console.log(server.address().port);
