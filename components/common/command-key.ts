/** The key that makes a letter a command, as this system's keyboards have it. */
export const commandKey = () => (/^(Mac|iP)/.test(navigator.platform) ? '⌘' : 'Ctrl');
