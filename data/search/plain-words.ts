import { stem } from './stem';

/**
 * Plain English words: whoever types one means it, even if no ladder has it. Without this list
 * "sitting in on calls" would be taken for a slip of "setting". Inflections need not be listed.
 */
const PLAIN_WORDS = `ability above absolutely accept actor actual admit advise afternoon age aim air airport allow
  along among amount angry animal ankle ant anywhere apart apologise apparently appear apple
  appoint approximate argue arm arrive artist assume attend aunt author automate automatic autumn
  avoid backward badge bag baker bakery ball ban banana bank bar barely barn basically bathroom
  beach bear beat bed bedroom bee beer behind believe belong below bend beside beyond bike bill
  billion bird birthday bitter black blackboard blame blend blood blue boat boil bone book bored
  borrow boss bottle bottom bow bowl box brain brave bread break breath bridge bright brother
  brown browser bump burn bus butter button buy cafe calm cancel car carry cash cat catch ceiling
  centre century certain certainly chair chapter charge chase cheap cheat cheese chest chicken
  child children choose chop christmas church claim class clean clerk click climb clinic clock
  close cloud coffee coin cold colleague collect college colour column common compare compile
  complete compliant confess configure connect contain continue contract contrast convert cook
  cool copy corner cost cotton couple courier court cousin cow crash crawl create crime criminal
  cry cup custom cut damage dangerous dark daughter debate decade decide deep default define
  definitely delay delete deliver deny depth describe desk destroy die difficult dirty disappear
  discover discuss disk dislike distance doctor dog door double doubt download dozen drag draw
  dream drink drive driver drop dry duck dull duplicate ear earn earth east easter easy eat edit
  editor egg either elbow elect element elephant employee empty engine enjoy ensure enter entirely
  envelope equal escape especially everywhere exact exactly exam except exception exclude exercise
  exist exit expect expensive explain export express extremely eye face factory fairly fake fall
  false famous far farmer father fear feed feet fetch fight file film finger finish fire fish fit
  fix flat floor flower fly fog fold folder foot forbid forest forget forgive fork format forward
  fox free freeze fresh fridge friend frog front fruit game garage garden gather glad glass global
  goal goat gold grade grape grass green greet grey grind ground grow guess guest guilty gym hand
  hang happy hard hardly harm harvest hate head healthy hear heart heavy height helper hide hill
  hip hire history hit hobby hold holiday home homework hope horse hospital host hot hotel hour
  house hungry hunt hurry hurt husband ice ill illegal image imagine import impossible incredibly
  inform inner innocent insert inside install instance intend invent invite invoice iron island
  join joke judge juice jump key kick kill kitchen knee kneel knife knock lake lamp language laugh
  law lawyer lay lazy leaf lean learn leather leave left leg legal lemon lend length lesson letter
  library licence license lie lift light lion listen literally load location lock logo long lose
  loser loud love luggage mainly mall mandatory map market match maximum maybe meat meet melt
  memory mend mention merchant merely metal middle midnight milk million mind minimum minute
  mirror miss mix modern module moment money monkey moon morning mostly mother mountain mouse
  mouth movie music name narrow native near nearly necessary neck neighbour neither newer night
  nobody nod node noise nominate none noon normal north nose notebook notify nowhere nurse
  obviously occur ocean odd offboard older online open optional orange outside oven owe owner page
  paint pair pan paper paragraph parent park particularly partly passport pasta paste patch path
  patience patient pause pay peel pen pencil perhaps permit petrol phoned photo phrase pick
  picture pig pilot pink placement plan plane plant plastic plate player poem point police poor
  popular port portion possible postpone pot pour practise precise precisely predict prefer press
  pretend pretty prevent print prison private prize probable produce promise propose proud public
  pull punch pupil purple purse push quiet quite race rain raise rare reader real receipt receive
  recommend red refund refuse regret relax remain remember remind rename rent repair repeat
  replace representation resemble reset rest restaurant restrict resume retire return reverse rice
  rich ride rise river road rock roll roof room root rotten rough roughly round rubber ruin rule
  rush sad safe sailor salad salon salt salty sand save school score script scroll sea search
  season secret secretary seed seek select sell send sentence server shake shallow shape sharp
  sheep shell ship shoot shop shopkeeper short shoulder shout shy sick side silver simple simply
  singer single sister sit size skin skip sky slap sleep slice slide slightly slip slow smell
  smile smoke smooth snake snow socket sofa soft soldier somehow somewhat somewhere son song soul
  sound soup sour source south speak speed spend spider spill spin spoon sport spread spring
  square squeeze stair stamp stand star static station stay steal steel stir stomach stone store
  storm story strange street stretch strike string student studio study submit sufficient sugar
  suggest suit summer sun suppose sure survive swear sweet swim swipe table tall tap taste tea
  teach teacher tear tease teeth temperature test thick thin thirsty through throw thumb ticket
  tie tiger tired toe tomorrow tongue tooth top totally touch toward train travel tree trial trip
  triple truck true tunnel twist type uncle university unknown untie upload user usual valley
  vanish vendor visit voice vote wait waiter wake walk wall wallet warehouse warm warn wash waste
  watch water waterfall wave weather weekend weight weird welcome west wet whatever wheel whenever
  whereas wherever whichever whisper white whoever wide width wife wind window wine winner winter
  wish wolf wood wool word worker worry wrap wrist writer yellow yesterday zero zoom`;

let stems: ReadonlySet<string> | undefined;

/** Reads the list, ahead: at the first slip it would take a third of that key's frame. */
export function readPlainWords(): ReadonlySet<string> {
  stems ??= new Set(PLAIN_WORDS.split(/\s+/).map(stem));
  return stems;
}

/** Whether a folded word is a form of a plain English word, and so no slip for another. */
export function isPlainWord(word: string): boolean {
  return readPlainWords().has(stem(word));
}
