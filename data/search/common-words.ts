/**
 * Words that say nothing about a sub-skill. They are dropped from queries, unless a query has no
 * others, and from phrases.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but of in on at to for from by with as into onto about over under between than
  then that this these those it its is are was were be been being am do does did done doing have has
  had having will would shall should can could may might must i me my mine we us our ours you your
  yours he him his she her hers they them their theirs who whom whose which what when where there
  here so if because while although though until since also just very more most much many some any
  each every both all such own same other others another too only even still yet again ever always
  often already however therefore thus per via etc myself himself herself itself themself themselves yourself yourselves ourselves oneself im ive were theyre dont didnt doesnt wasnt isnt
  cant couldnt wont wouldnt get gets got getting let let lets like up out off down back how
  thing things something anything everything someone anybody everybody everyone anyone`.split(
    /\s+/,
  ),
);

/**
 * Words that stand in every review whatever it praises: times, amounts, plain verbs, the parties
 * of the work. They count for little beside words of the craft.
 */
export const GENERAL_WORDS: ReadonlySet<string> = new Set(
  `day days daily week weeks weekly month months monthly quarter quarters quarterly year years yearly
  annual time times today now later early earlier before after during first second third last next
  previous two three four five six seven eight nine ten eleven twelve fourteen twenty thirty fifty
  hundred half whole full part several few lot lots percent number ago one ones monday tuesday wednesday
  thursday friday saturday sunday january february march april june july august september october
  november december q1 q2 q3 q4 h1 h2
  make makes made making go goes going went come comes came take takes took taken taking give gives
  gave given put puts set sets use uses used using work works worked working help helps helped helping
  keep keeps kept keeping need needs needed want wants wanted try tried trying know knows knew known
  say says said tell tells told ask asks asked asking think thinks thought see saw seen look looks
  looked find finds found show shows showed shown bring brings brought turn turned start started
  starting begin began stop stopped become became feel felt seem seemed call called happen happened
  add added adds change changed changes move moved run ran running lead led leads leading do able
  across around within without against instead rather really well good great better best strong high
  low big small new old right wrong clear clearly strongly highly fully quickly effective effectively
  consistently regularly always never able own area areas group person people team teams product
  products company companies business pm pms manager managers management project projects feature
  features way ways kind level levels skill skills role others wrote written else end important including
  together everything nothing enough almost ahead away thanks example based related multiple various
  different particular specific overall general`.split(/\s+/),
);

/** How much a general word counts beside any other, 1 being a word of the craft. */
export const GENERAL_WEIGHT = 0.45;
