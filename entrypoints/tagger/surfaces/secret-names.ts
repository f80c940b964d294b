/** What is a secret wherever it stands in a name: `userpassword`, `onetimecode`. */
const ANYWHERE = /passw|passcode|passphrase|onetime|(?:^| )one time/;

const CODES =
  'verification|verify|auth|authentication|authenticator|security|sec|login|sign ?in|access|' +
  'confirmation|activation|sms|otp|mfa|tfa|two ?factor|recovery|backup|one ?time';

/** Passwords, codes and numbers that pay, as whole words; what begins as another does, before it. */
const SECRETS = [
  'pass ?(?:words?|wort|codes?|phrase|key)|passwd|pwd|pswd',
  'kennwort|contrase[nñ]a|mot ?de ?passe|senha',
  `(?:${CODES}) ?(?:code|pin|token)`,
  '(?:sms|email)?t?otp|one ?time|pin',
  'cvc|cvv|cvn|csc',
  '(?:card|cc|kreditkarten|karten) ?(?:numbers?|num|no|nr|nummer)',
  '(?:card|cc) ?(?:exp|expiry|expiration)(?: ?date)?',
  'iban|(?:account|routing) ?(?:number|num|no|nr)|sort ?code',
].join('|');

const IN_NAME = new RegExp(`(?:^| )(?:${SECRETS})(?= |$)`);

/** What a label may say besides: `Enter your new password`, `Code sent by SMS (6 digits)`. */
const FILLERS = new Set(
  (
    'please enter type repeat retype re confirm choose create your the a an new current old again ' +
    'here my credit debit or and bank payment user digit digits required optional eg e g from on of ' +
    'your in by to via sent app phone email sms'
  ).split(' '),
);

// Each is taken as it is found first: a "one time pin" may be one or two, and a label that repeats it
// would be tried in every way there is.
const ONLY_SECRETS = new RegExp(`^(?:(?=((?:${SECRETS})(?: |$)))\\1)+$`);

/** `Enter the 6-digit code`, `The code we sent you`. */
const CODE_SENT =
  /\bdigits? code\b|\bcode (?:that )?(?:we|was|has been|is) (?:just )?(?:sent|texted|emailed)\b/;

/** Whether a field's `name` or `id`, in whichever way its words are put together, is a secret's. */
export function namesSecret(name: string): boolean {
  const words = wordsOf(name).join(' ');
  return ANYWHERE.test(words) || IN_NAME.test(words);
}

/**
 * Whether a label, or what stands in an empty field, asks for a secret. It has to ask for nothing
 * else: "How I mended the password reset" is what a review is about.
 */
export function asksForSecret(label: string): boolean {
  const words = wordsOf(label);
  if (CODE_SENT.test(words.join(' '))) return true;
  return ONLY_SECRETS.test(words.filter((word) => !FILLERS.has(word)).join(' '));
}

/** `cardNumber`, `CVCCode`, `card-number` and `pin1` by their words, digits left out. */
function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}
