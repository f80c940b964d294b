interface Bench {
  run(args: string[]): Promise<void>;
}

const benches: Record<string, () => Promise<Bench>> = {
  quotes: () => import('./quotes'),
  search: () => import('./search'),
  page: () => import('./page'),
  popup: () => import('./popup'),
};

const [wanted = '', ...options] = process.argv.slice(2).filter((arg) => arg !== '--');
for (const name of wanted === '' ? Object.keys(benches) : [wanted]) {
  const load = benches[name];
  if (!load) throw new Error(`No bench "${name}". There are: ${Object.keys(benches).join(', ')}.`);
  const bench = await load();
  await bench.run(options);
}

export {};
