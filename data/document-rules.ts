/**
 * What is known about addresses and titles of documents, as data. `document-key.ts` and
 * `document-title.ts` apply it; a site that changes its addresses is mended here alone.
 *
 * Evidence is stored with the key that its document had when it was tagged. A change of a rule that
 * gives a document another key must also move the evidence stored under the old one, which would
 * otherwise show nowhere.
 */

/**
 * Query parameters that say where a visitor came from and never which document is shown, in lower
 * case. A name ending in `*` stands for every name that begins so.
 *
 * From Firefox' list of parameters stripped under strict tracking protection
 * (`privacy.query_stripping.strip_list`) and the vendors' own campaign parameters. `ref`, `source`
 * and `id` are left alone: on code hosts and wikis they choose what is shown.
 */
export const TRACKING_PARAMETERS: readonly string[] = [
  // Google Analytics and Google Ads: https://support.google.com/analytics/answer/10917952
  ...['utm_*', '_ga', '_gl', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'gad_source'],
  'gad_campaignid',
  // Matomo: https://matomo.org/faq/reports/what-is-campaign-tracking-and-why-it-is-important/
  ...['mtm_*', 'matomo_*', 'piwik_*', 'pk_campaign', 'pk_kwd', 'pk_keyword', 'pk_source'],
  ...['pk_medium', 'pk_content', 'pk_cid'],
  // Facebook, Instagram, X, LinkedIn, TikTok, Microsoft and Yandex: identifiers of a click.
  ...['fbclid', 'igshid', 'igsh', 'twclid', 'li_fat_id', 'ttclid', 'msclkid', 'yclid'],
  '_openstat',
  // Mail: Mailchimp, HubSpot, Marketo, Drip, Olytics, Vero, Omeda, MailerLite.
  ...['mc_cid', 'mc_eid', '_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp', 'hsctatracking'],
  ...['mkt_tok', '__s', 'oly_anon_id', 'oly_enc_id', 'vero_conv', 'vero_id', 'ml_subscriber'],
  'ml_subscriber_hash',
  // Wicked Reports, Reddit and Adobe click identifiers.
  ...['wickedid', 'rb_clickid', 's_cid'],
  // Atlassian marks links that were shared with where they were shared.
  'atlorigin',
];

/** A site whose documents have several addresses. */
export interface SiteRule {
  readonly site: string;
  /** The hosts it stands on, matched against the host in lower case and without `www.`. */
  readonly host: RegExp;
  /** The forms its addresses take; the first that matches decides. */
  readonly forms?: readonly AddressForm[];
  /** The fragment where it names what is shown, its first group being the name. */
  readonly route?: RegExp;
  /** The query parameter that names a tab, a part of the document with a text of its own. */
  readonly tab?: string;
  /** What the site adds to the end of a document's title, tried in this order, one is taken. */
  readonly titleEnds?: readonly RegExp[];
}

/** One form of address, and the document it names. */
export interface AddressForm {
  /** Matched against the path without its trailing slash. */
  readonly path: RegExp;
  /** A query parameter that must be there, and what its value must look like. */
  readonly parameter?: { readonly name: string; readonly value: RegExp };
  /**
   * The key, where `{host}` is the host, `{1}`, `{2}` are groups of `path` and `{v1}`, `{v2}`
   * groups of `parameter.value`. `ids: 'hex'` folds their case.
   */
  readonly key: string;
  readonly ids?: 'hex';
}

/** A UUID with or without its dashes, each part a group. */
const UUID = '([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})';

/** An issue's key in Jira. */
const ISSUE = '[A-Z][A-Z0-9_]*-\\d+';

export const SITE_RULES: readonly SiteRule[] = [
  {
    site: 'Google Docs, Sheets and Slides',
    host: /^docs\.google\.com$/,
    forms: [
      {
        // Behind the id stands the view: /edit, /preview, /view, /mobilebasic, /copy, /htmlview.
        // /u/1/ is the account signed in, /a/example.com/ the older form of that. What is
        // published to the web (/d/e/…/pub) has an id of its own and stays as it is.
        path: /^(?:\/a\/[^/]+)?\/(document|spreadsheets|presentation)(?:\/u\/\d+)?\/d\/(?!e\/)([\w-]+)(?:\/.*)?$/,
        key: 'https://docs.google.com/{1}/d/{2}',
      },
    ],
    tab: 'tab',
    // In most languages the product is "Google Docs"; in some the words are the other way round.
    titleEnds: [/\s[-–—]\s(?:Google(?:\s[^\s\-–—]+){1,2}|(?:[^\s\-–—]+\s){1,4}Google)$/],
  },
  {
    site: 'Google Drive',
    host: /^drive\.google\.com$/,
    forms: [
      {
        path: /^\/file(?:\/u\/\d+)?\/d\/([\w-]+)(?:\/.*)?$/,
        key: 'https://drive.google.com/file/d/{1}',
      },
    ],
    titleEnds: [/\s[-–—]\sGoogle Drive$/],
  },
  {
    site: 'Notion',
    host: /^(?:(?:app\.)?notion\.(?:so|com)|[^.]+\.notion\.site)$/,
    forms: [
      {
        // A page opened over another is named by `p`; the path is the page behind it.
        path: /^/,
        parameter: { name: 'p', value: new RegExp(`^${UUID}$`, 'i') },
        key: 'https://notion.so/{v1}{v2}{v3}{v4}{v5}',
        ids: 'hex',
      },
      {
        // The words before the id follow the title and change with it.
        path: new RegExp(`${UUID}$`, 'i'),
        key: 'https://notion.so/{1}{2}{3}{4}{5}',
        ids: 'hex',
      },
    ],
    titleEnds: [/\s\|\sNotion$/],
  },
  {
    site: 'Confluence',
    // Company wikis stand on any host, and their addresses look like nobody else's.
    host: /./,
    forms: [
      {
        // /spaces/X/pages/123/Title, a post at /spaces/X/blog/2026/11/03/123/Title, and the editors
        // of both: /spaces/X/pages/edit-v2/123.
        path: /^(.*)\/spaces\/[^/]+\/(?:pages\/(?:edit(?:-v2)?\/)?|blog\/(?:edit(?:-v2)?\/|\d{4}\/\d\d\/\d\d\/))(\d+)(?:\/[^/]*)?$/,
        key: 'https://{host}{1}/pages/viewpage.action?pageId={2}',
      },
      {
        path: /^(.*)\/pages\/(?:viewpage|editpage)\.action$/,
        parameter: { name: 'pageId', value: /^(\d+)$/ },
        key: 'https://{host}{1}/pages/viewpage.action?pageId={v1}',
      },
      {
        // The draft of a page has the page's own id.
        path: /^(.*)\/pages\/resumedraft\.action$/,
        parameter: { name: 'draftId', value: /^(\d+)$/ },
        key: 'https://{host}{1}/pages/viewpage.action?pageId={v1}',
      },
    ],
    titleEnds: [/\s[-–—]\sConfluence$/],
  },
  {
    site: 'Jira',
    host: /\.atlassian\.net$/,
    forms: [
      {
        // An issue that was opened from a board or a list stands beside it.
        path: /^/,
        parameter: { name: 'selectedIssue', value: new RegExp(`^(${ISSUE})$`) },
        key: 'https://{host}/browse/{v1}',
      },
    ],
  },
  {
    site: 'Jira on any host',
    host: /./,
    forms: [
      {
        path: new RegExp(`^((?:/[^/]+)?)/browse/(${ISSUE})$`),
        key: 'https://{host}{1}/browse/{2}',
      },
    ],
    titleEnds: [/\s[-–—]\sJira$/i],
  },
  {
    site: 'Word, Excel and PowerPoint on SharePoint and OneDrive for work',
    host: /\.sharepoint\.com$/,
    forms: [
      {
        // Teams links to Doc2, with when it was clicked.
        path: /\/_layouts\/15\/(?:Doc2?|WopiFrame2?)\.aspx$/i,
        parameter: { name: 'sourcedoc', value: new RegExp(`^\\{?${UUID}\\}?$`, 'i') },
        key: 'https://{host}/_layouts/15/Doc.aspx?sourcedoc={v1}{v2}{v3}{v4}{v5}',
        ids: 'hex',
      },
    ],
  },
  {
    site: 'Gmail, Google Chat and Google Keep',
    host: /^(?:mail|chat|keep)\.google\.com$/,
    // A mail is the same in every list it is opened from: #inbox/ID, #label/Praise/ID.
    route: /^#(?:[^?]*\/)?([\w-]+)(?:\?.*)?$/,
  },
  {
    site: 'Dropbox Paper',
    host: /^paper\.dropbox\.com$/,
    titleEnds: [/\s[-–—]\sDropbox Paper$/],
  },
];
