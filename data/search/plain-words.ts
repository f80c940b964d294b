import { stem } from './stem';

/**
 * Plain English words: whoever types one means it, even if no ladder has it. Without this list
 * "sitting in on calls" would be taken for a slip of "setting". Inflections need not be listed.
 */
const PLAIN_WORDS = `above absolutely accept actor actual admit advise afternoon age aim air airport allow along
  among amount angry animal ankle ant anywhere apart apologise apparently appear apple appoint
  approximate argue arm arrive artist assume attend aunt author autumn avoid backward bag baker
  bakery ball ban banana bank bar barely barn basically bathroom beach bear beat bed bedroom bee
  beer behind believe belong below bend beside beyond bike bill billion bird birthday bitter black
  blackboard blame blend blood blue boat boil bone book bored borrow boss bottle bottom bow bowl
  box brain brave bread break breath bridge bright brother brown bump burn bus butter buy cafe
  calm cancel car carry cash cat catch ceiling centre century certain certainly chair chapter
  charge chase cheap cheat cheese chest chicken child children choose chop christmas church claim
  class clean clerk click climb clinic clock close cloud coffee coin cold colleague collect
  college colour common compare complete confess contain continue contrast cook cool copy corner
  cost cotton couple courier court cousin cow crash crawl create crime criminal cry cup cut damage
  dangerous dark daughter debate decade decide deep define definitely delay deliver deny depth
  describe desk destroy die difficult dirty disappear discover discuss dislike distance doctor dog
  door double doubt dozen drag draw dream drink drive driver drop dry duck dull ear earn earth
  east easter easy eat editor egg either elbow elect elephant employee empty engine enjoy enter
  entirely envelope equal escape especially everywhere exact exactly exam exclude exercise exist
  exit expect expensive explain extremely eye face factory fairly fake fall false famous far
  farmer father fear feed feet fetch fight film finger finish fire fish fit fix flat floor flower
  fly fog fold foot forbid forest forget forgive fork forward fox free freeze fresh fridge friend
  frog front fruit game garage garden gather glad glass goal goat gold grade grape grass green
  greet grey grind ground grow guess guest guilty gym hand hang happy hard hardly harm harvest
  hate head healthy hear heart heavy height hide hill hip hire hit hobby hold holiday home
  homework hope horse hospital host hot hotel hour house hungry hunt hurry hurt husband ice ill
  illegal image imagine impossible incredibly inform innocent inside intend invent invite invoice
  iron island join joke judge juice jump key kick kill kitchen knee kneel knife knock lake lamp
  language laugh law lawyer lay lazy leaf lean learn leather leave left leg legal lemon lend
  length lesson letter library lie lift light lion listen literally lock long lose loser loud love
  luggage mainly mall mandatory map market match maybe meat meet melt mend mention merchant merely
  metal middle midnight milk million mind minute mirror miss mix moment money monkey moon morning
  mostly mother mountain mouse mouth movie music name narrow near nearly necessary neck neighbour
  neither night nobody nod noise nominate none noon normal north nose notebook notify nowhere
  nurse obviously occur ocean odd open optional orange outside oven owe owner page paint pair pan
  paper paragraph parent park particularly partly passport pasta paste path patient pause pay peel
  pen pencil perhaps permit petrol phoned photo pick picture pig pilot pink plan plane plant
  plastic plate player poem point police poor possible postpone pot pour practise precise
  precisely predict prefer press pretend pretty prevent print prison private prize probable
  produce promise propose proud public pull punch pupil purple purse push quiet quite race rain
  raise rare reader real receipt receive recommend red refund refuse regret relax remain remember
  remind rent repair repeat resemble rest restaurant resume retire return rice rich ride rise
  river road rock roll roof room root rotten rough roughly round rubber ruin rule rush sad safe
  sailor salad salon salt salty sand save school score scroll sea search season secret secretary
  seed seek select sell send sentence shake shallow shape sharp sheep ship shoot shop shopkeeper
  short shoulder shout shy sick side silver simple simply singer single sister sit size skin skip
  sky slap sleep slice slide slightly slip slow smell smile smoke smooth snake snow sofa soft
  soldier somehow somewhat somewhere son song soul sound soup sour south speak speed spend spider
  spill spin spoon sport spread spring square squeeze stair stamp stand star station stay steal
  steel stir stomach stone store storm story strange street stretch strike student studio study
  sufficient sugar suggest suit summer sun suppose sure survive swear sweet swim swipe table tall
  tap taste tea teach teacher tear tease teeth temperature test thick thin thirsty through throw
  thumb ticket tie tiger tired toe tomorrow tongue tooth top totally touch toward train travel
  tree trial trip triple truck true tunnel twist type uncle university unknown untie user usual
  valley vanish vendor visit voice vote wait waiter wake walk wall wallet warehouse warm warn wash
  waste watch water wave weather weekend weight weird welcome west wet whatever wheel whenever
  wherever whichever whisper white whoever wide width wife wind window wine winner winter wish
  wolf wood wool word worker worry wrap wrist writer yellow yesterday zero zoom`;

let stems: Set<string> | undefined;

/** Whether a folded word is a form of a plain English word, and so no slip for another. */
export function isPlainWord(word: string): boolean {
  stems ??= new Set(PLAIN_WORDS.split(/\s+/).map(stem));
  return stems.has(stem(word));
}
