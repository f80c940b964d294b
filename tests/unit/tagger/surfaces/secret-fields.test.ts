// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { isSecretField, type TextField } from '../../../../entrypoints/tagger/surfaces/field-rules';

afterEach(() => document.body.replaceChildren());

/** Whether the one field of some markup is never read. */
function isSecret(markup: string): boolean {
  document.body.innerHTML = markup;
  return isSecretField(document.querySelector('input, textarea') as TextField);
}

const SECRETS = [
  ...['password', 'userPassword', 'newpasswd', 'pwd', 'passphrase', 'passcode', 'kennwort'],
  ...['otp', 'otpCode', 'otp_code', 'smsOtp', 'OTPCode', 'one-time-code', 'oneTimeCode'],
  ...['pin', 'userPin', 'user_pin', 'pin1', 'cardPIN'],
  ...['verificationCode', 'verification_code', 'authCode', 'login-code', 'mfaToken', 'smsCode'],
  ...['cvc', 'cvv2', 'card-cvc', 'securityCode', 'security-code', 'cardSecurityCode'],
  ...['cardNumber', 'cardnumber', 'ccnumber', 'card-number', 'CardNo', 'cc_num', 'cardExpiry'],
  ...['iban', 'accountIBAN', 'routingNumber', 'accountNumber'],
];

describe('never read are fields named', () => {
  it.each(SECRETS)('%s', (name) => {
    expect(isSecret(`<input name="${name}">`)).toBe(true);
    expect(isSecret(`<input id="${name}">`)).toBe(true);
  });
});

const ASKED = [
  ...['Password', 'Enter your password', 'Confirm new password *', 'PIN', 'Your 4-digit PIN'],
  ...['Card number', 'Credit or debit card number', '1. Card number (required)', 'CVC / CVV'],
  ...['Security code (CVV)', 'Verification code', 'Enter the 6-digit code', 'One-time password'],
  ...['Type the code we sent you', 'Authenticator code', 'IBAN'],
];

describe('never read are fields that ask for', () => {
  it.each(ASKED)('%s', (label) => {
    expect(isSecret(`<input placeholder="${label}">`)).toBe(true);
    expect(isSecret(`<input aria-label="${label}">`)).toBe(true);
    expect(isSecret(`<label>${label} <input></label>`)).toBe(true);
    expect(isSecret(`<label for="x">${label}</label><input id="x">`)).toBe(true);
    expect(isSecret(`<b id="l">${label}</b><input aria-labelledby="l">`)).toBe(true);
  });
});

const ORDINARY = [
  ...['discardPile', 'discard pile', 'spinning', 'postcard', 'score card', 'scorecard', 'cards'],
  ...['pinnedItems', 'pinned items', 'shopping', 'opinion', 'opinions', 'happiness', 'cardTitle'],
  ...['passion', 'compassion', 'passed', 'bypass', 'compass', 'options', 'adoption', 'cc', 'code'],
  ...['postcode', 'zipCode', 'discountCode', 'verification', 'security', 'author', 'authority'],
  ...['note', 'self-review', 'achievements', 'phoneNumber', 'companyName', 'csv', 'span', 'panel'],
  ...['milestone_timeline', 'milestoneTime', 'phone-time', 'zoneTime'],
  ...['company', 'expectations', 'expertise', 'token', 'codeReview', 'accountManager', 'banana'],
];

describe('read as any other are fields named', () => {
  it.each(ORDINARY)('%s', (name) => {
    expect(isSecret(`<input name="${name}">`)).toBe(false);
    expect(isSecret(`<textarea id="${name}"></textarea>`)).toBe(false);
    expect(isSecret(`<input placeholder="${name}">`)).toBe(false);
  });
});

const ABOUT_SECRETS = [
  'How did you improve the password reset flow?',
  'What I learned from the security code review',
  'Pin items to the top of the board',
  'A card number of each story, and what came of it',
  'One-time payments: what did you ship?',
  'Verification of our hypothesis',
  'Code quality, and what we sent to customers',
];

describe('read as any other are fields that ask', () => {
  it.each(ABOUT_SECRETS)('%s', (label) => {
    expect(isSecret(`<label>${label}<textarea></textarea></label>`)).toBe(false);
    expect(isSecret(`<input placeholder="${label}" aria-label="${label}">`)).toBe(false);
  });
});

describe('a label that says the same again and again', () => {
  // A one-time PIN is one secret, and two.
  const label = 'One-time PIN, '.repeat(1_000);

  it('asks for a secret where it says nothing else', () => {
    expect(isSecret(`<input placeholder="${label}">`)).toBe(true);
  });

  it('comes to an end where it says something else', () => {
    expect(isSecret(`<input placeholder="${label} lost">`)).toBe(false);
  });
});
