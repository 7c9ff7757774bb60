import type { PasskeyChallenge, PasskeyOffer } from "../../platform/wire.ts";

/** What a device said, as the server reads it. */
export interface MadePasskey {
  client_data: string;
  attestation: string;
}
export interface SignedByPasskey {
  credential_id: string;
  handle: string;
  client_data: string;
  authenticator_data: string;
  signature: string;
}

/** Why there is none: the person thought better of it, or took too long; or this device has one already. */
export type NoPasskey = "cancelled" | "there" | "failed";

const algorithms = [-7, -8, -257];
const patience_ms = 300_000;

/** Passkeys are bound to a name and want a safe line: an address made of numbers has none. */
export function passkeysWork(page: Pick<Window, "isSecureContext" | "location"> = window): boolean {
  const { hostname } = page.location;
  const isNumber = /^[\d.]+$/.test(hostname) || hostname.startsWith("[");
  return page.isSecureContext && !isNumber && "PublicKeyCredential" in page;
}

export function toBase64url(bytes: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function whyNot(error: unknown): NoPasskey {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return "cancelled";
  return name === "InvalidStateError" ? "there" : "failed";
}

export async function makePasskey(offer: PasskeyOffer): Promise<MadePasskey | NoPasskey> {
  const publicKey: PublicKeyCredentialCreationOptions = {
    challenge: fromBase64url(offer.challenge),
    rp: { id: offer.server, name: offer.organisation },
    user: { id: fromBase64url(offer.handle), name: offer.login, displayName: offer.name },
    pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: offer.present.map((id) => ({ type: "public-key", id: fromBase64url(id) })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    attestation: "none",
    timeout: patience_ms,
  };
  try {
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
    const answer = made.response as AuthenticatorAttestationResponse;
    return {
      client_data: toBase64url(answer.clientDataJSON),
      attestation: toBase64url(answer.attestationObject),
    };
  } catch (error) {
    return whyNot(error);
  }
}

export async function signByPasskey(asked: PasskeyChallenge): Promise<SignedByPasskey | NoPasskey> {
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: fromBase64url(asked.challenge),
    rpId: asked.server,
    userVerification: "required",
    timeout: patience_ms,
  };
  try {
    const used = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
    const answer = used.response as AuthenticatorAssertionResponse;
    return {
      credential_id: toBase64url(used.rawId),
      handle: toBase64url(answer.userHandle ?? new ArrayBuffer(0)),
      client_data: toBase64url(answer.clientDataJSON),
      authenticator_data: toBase64url(answer.authenticatorData),
      signature: toBase64url(answer.signature),
    };
  } catch (error) {
    return whyNot(error);
  }
}

/** What this device is called, until its person says otherwise. */
export function deviceKind(
  agent: string,
): "iphone" | "ipad" | "android" | "mac" | "windows" | "other" {
  if (agent.includes("iPhone")) return "iphone";
  if (agent.includes("iPad")) return "ipad";
  if (agent.includes("Android")) return "android";
  if (agent.includes("Windows")) return "windows";
  return agent.includes("Mac OS X") ? "mac" : "other";
}
