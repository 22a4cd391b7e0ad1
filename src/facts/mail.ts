/** Domains at which anybody may have an address, so that none of them names a client. */
const FREE: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.fr hotmail.es hotmail.it live.com live.co.uk msn.com yahoo.com yahoo.co.uk ' +
    'yahoo.fr yahoo.es yahoo.de yahoo.com.br ymail.com rocketmail.com aol.com icloud.com me.com mac.com proton.me protonmail.com pm.me gmx.de gmx.net gmx.at ' +
    'gmx.com web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com zoho.com zohomail.com fastmail.com hey.com tutanota.com tuta.com hushmail.com ' +
    'btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com blueyonder.co.uk orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it alice.it ' +
    'virgilio.it tiscali.it telefonica.net terra.com.br uol.com.br bol.com.br ig.com.br sapo.pt comcast.net verizon.net att.net sbcglobal.net cox.net ' +
    'charter.net bellsouth.net earthlink.net optusnet.com.au bigpond.com rediffmail.com qq.com 163.com 126.com naver.com hanmail.net ziggo.nl kpnmail.nl bluewin.ch'
  ).split(' '),
);

const ADDRESS = /[^\s@<>"(),;:]+@((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,})/u;
const DOMAIN = /^@?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})$/u;

export function isFreeMail(domain: string): boolean {
  return FREE.has(domain);
}

/** The address in a text such as `Ann Lee <ann@acme.com>`, in lower case; null where there is none. */
export function addressIn(text: string): string | null {
  return ADDRESS.exec(text)?.[0].toLowerCase() ?? null;
}

/** The domain that an alias such as `@acme.com` or `acme.com` names, in lower case; null for any other text. */
export function domainNamed(alias: string): string | null {
  return DOMAIN.exec(alias.trim())?.[1]!.toLowerCase() ?? null;
}

/** A domain and those above it, nearest first: mail.acme.com, acme.com. */
export function domainsOf(address: string): readonly string[] {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'));
}
