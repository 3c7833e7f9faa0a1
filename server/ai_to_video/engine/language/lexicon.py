"""Words a machine must know to find the word a person would stress: English function words, verbs, pale nouns and
adjectives, and the Chinese words that carry nothing. Data only; each set says how it is used in keywords.py."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP = _words(
    """a an the this that these those some any each every either neither both all half such no not nor none n't
    what which who whom whose when where why how whether if unless until while because since although though as
    than then so and or but yet for of to in on at by with from into onto over under above below between among
    through during before after about against within without across behind beyond along around near toward
    towards upon off out up down per via plus minus except despite like unlike again further once here there i
    me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her
    hers herself it its itself they them their theirs themselves one ones someone anyone everyone nobody
    somebody anybody everybody something anything everything nothing everywhere somewhere anywhere am is are was
    were be been being do does did done doing have has had having will would shall should can could may might
    must ought i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd
    they'd i'll you'll he'll she'll we'll they'll isn't aren't wasn't weren't don't doesn't didn't haven't
    hasn't hadn't won't wouldn't can't cannot couldn't shouldn't mustn't let's that's there's here's what's
    who's where's how's very too also just only even still already ever never always often sometimes usually
    rarely almost nearly quite rather pretty enough really actually simply mostly mainly perhaps maybe indeed
    instead otherwise however therefore thus hence moreover furthermore meanwhile nevertheless else more most
    less least much many few several little own same other others another back away together apart forward today
    tomorrow yesterday tonight beside besides asleep awake alone twice once straight somewhat ahead aside now
    soon later ago yes no ok okay please thanks hello hi etc mr mrs ms dr mr. mrs. ms. dr. prof. st. e.g i.e vs
    am pm first second third last next previous finally then two three four five six seven eight nine ten zero
    dozen next-door"""
)
"""Never a keyword, and the end of a noun phrase."""

VERBS = _words(
    """accept accompany accomplish accuse achieve acquire adapt add adjust admire admit adopt advise affect afford
    agree aim allow announce annoy anticipate apologise apologize appear apply appoint appreciate approach
    approve argue arise arrange arrive ask assemble assess assign assist associate assume assure attach attain
    attempt attend attract avoid awake bear beat become become beg begin behave believe belong bend bet bind
    bite bleed bless blow boil borrow bother bounce breed bring broadcast build burn burst bury buy calculate
    carry catch cease celebrate check choose cite clarify classify climb cling collapse collect combine come
    communicate compare compete compile complain complete compose compress comprise concentrate concern conclude
    conduct confirm confuse connect consider consist constitute construct consume contain continue contribute
    convert convince cook cool cope correct correspond count create cry deal decide declare decline decorate
    decrease dedicate define defend delay deliver demand demonstrate deny depart depend deploy derive describe
    deserve destroy detect determine develop devote die differ dig disable disappear discover discuss dismiss
    display distinguish distribute divide dominate double drag draw dream drink drive drop drown earn eat
    educate elect eliminate embrace emerge emphasise emphasize employ enable encounter encourage enforce engage
    enhance enjoy ensure enter entertain establish estimate evaluate evolve examine exceed exclude execute exist
    expand expect experience explain explore expose express extend extract face facilitate fail fall feed feel
    fetch fight figure fill find finish fit fix flee flow fly fold follow forbid force forget forgive form found
    freeze fulfil fulfill gain gather generate get give go grab grant grind grow guarantee guess handle hang
    happen hate hear heat help hesitate hide highlight hire hit hold hope hunt hurt identify ignore illustrate
    imagine implement imply import impose improve include incorporate increase indicate inform inherit inspire
    install integrate intend interact introduce invent invest investigate invite involve join jump justify keep
    kill knock know lack last launch lay lead lean leap learn leave lend lessen let lie lift listen live load
    locate look lose love lower maintain make manage match matter mean measure meet melt mention merge mind miss
    mix modify monitor mount move multiply need negotiate notice obey observe obtain occupy occur offer omit
    open operate oppose optimise optimize organise organize overcome owe own participate pass pay perform permit
    persuade pick place play please point possess pour practise praise pray predict prefer prepare present
    preserve press pretend prevent proceed process produce promise promote propose protect prove provide publish
    pull purchase pursue push put quit raise rank reach react read realise realize receive recognise recognize
    recommend recover recruit reduce refer reflect refuse regard regret reject relate relax release rely remain
    remember remind remove rent repair repeat replace reply represent require rescue resemble reside resist
    resolve respond rest restore restrict result retain retire retrieve return reveal review rewrite ride ring
    rinse rise roll rub ruin run rush satisfy save say scale scan scare scatter search see seek seem select sell
    send separate serve set settle shake shape share shift shine ship shoot shorten show shrink shut sing sink
    sit skip sleep slice slide slip smell smile solve sort sound speak specify speed spend spill spin split
    spoil spread spring sprinkle stand stare start stay steal stick stir stop store strengthen stretch strike
    strive struggle stuff submit succeed suffer suggest suit supply support suppose surprise surround survive
    suspect sustain swear sweep swim swing switch take talk taste teach tear tell tend test thank think throw
    tie toss touch train transfer transform translate travel treat tremble trigger trust try turn type
    understand undergo undertake unite unlock update upgrade urge use utilise utilize vanish vary verify visit
    wait wake walk wander want warm warn wash waste watch wear weigh welcome win wipe wish wonder work worry
    wrap write yield whisk bake simmer drain season serve chop peel enables empower streamline leverage boost
    ditch bet cost dust order click tap download subscribe"""
)
"""Base forms. What can also be a noun is listed in NOUNS_TOO or NOUNS_FIRST and judged by its neighbours."""

NOUNS_TOO = _words(
    """aim approach attempt bet bite blow boil breed broadcast burn burst catch check climb collapse compress
    concern conduct contract cook cost count cry deal decline decrease delay demand display divide double drag
    draw dream drink drive drop estimate experience express extract face fall feed feel fight figure find finish
    fit fix flow fly fold force form freeze gain grant guarantee guess handle hang heat help hit hold hope hunt
    hurt import increase influence invite judge jump kick kill knock lack launch lead lean leap lie lift load
    look love match matter measure melt mention mind miss mix monitor mount move need notice offer open pass pay
    permit pick place plan play point pour practice praise present press process produce project promise pull
    purchase push rank reach read record reflect regret release rent repair reply report request rescue research
    rest result return reveal review ride ring rinse rise roll rub ruin run rush save scale scan scare search
    season sell set shake shape share shift shine ship shoot show sink sip skip sleep slice slide slip smell
    smile snow sort sound speed spill spin split spoil spread spring stand stare start state stay stick stir
    stop store stretch strike struggle stuff suit supply support surprise surround suspect sweep swim swing
    switch talk taste tear test thank throw tie toss touch train transfer transform travel treat trigger trust
    try turn type update upgrade urge use visit wait wake walk want warm wash waste watch wear welcome whip win
    wipe wish wonder work worry wrap yield"""
)
"""Words that are a verb as often as a noun: a noun after "the", an adjective or a preposition, else a verb."""

NOUNS_FIRST = _words(
    """water plant name answer question design study change market access bridge bottle target code model cut hike
    garden film fish farm dance call brand book battle balance attack address act color colour comment damage
    date doubt dress dust effect end exercise exchange focus function garden guide gift hand head host house
    interest issue job journey land lesson light limit line link list man map mark mass master mark milk moment
    nurse order paint paper park part party pattern phone photo picture pilot power price print program progress
    race rain range rate reason risk rock root rule sail sample scene score screen seat sense service shadow
    shop shower sign signal silence site skill smoke space stage star step stone storm story stream stress
    structure style surface survey table tape task term time tip title tool top tour trace track trade trail
    trap trend trip truck tune value vote voice volume view wage wave weight wheel word wind"""
)
"""Words that are verbs only behind "to", "can", "we" ... or between a noun and what is done to it."""

IRREGULAR = _words(
    """arose arisen awoke awoken bore borne became began begun bent bound bit bitten bled blew blown broke broken
    brought built burnt bought caught chose chosen came crept dealt died dug drew drawn drank drunk drove driven
    ate eaten fell fallen fed felt fought found fled flew flown forbade forgot forgotten forgave forgiven froze
    frozen got gotten gave given went gone ground grew grown hung heard hid hidden held hurt kept knew known
    laid led leant leapt learnt left lent lay lain lied lit lost made meant met paid proved proven quit ran rang
    rung rose risen said saw seen sought sold sent shook shaken shone shot shown shrank shrunk sang sung sank
    sunk sat slept slid spoke spoken spent spilt spun split spread sprang stood stole stolen stuck struck strove
    swore sworn swept swam swum swung took taken taught tore torn told thought threw thrown understood undergone
    underwent woke woken wore worn won wound wrote written saying says said does goes gets makes takes using
    used being"""
)

ADJECTIVES = _words(
    """able active actual additional aged alive alone amazing ancient angry annual automatic available average
    aware awesome bad bare basic beautiful best better big bitter black blank blind blue bold brave brief bright
    brilliant broad brown busy calm careful central certain cheap cheaper cheapest chief clean clear clever
    close cold common complete complex constant convenient cool correct crazy crisp critical crucial curious
    current daily damp dark dead deaf dear deep delicate delicious dense different difficult digital direct
    dirty distant double dry due dull eager early easier easiest easy elegant empty endless enormous entire
    equal essential even everyday exact excellent exciting expensive extra extreme fair familiar famous fancy
    fantastic far fast faster fastest fat favorite favourite final fine firm flat flexible foreign formal former
    fragile free frequent fresh friendly full fun funny further future general gentle giant glad global golden
    good gorgeous grand gray great greater green grey gross guilty handmade happy hard harder healthy heavy
    helpful hidden high higher highest hot huge human hungry ideal ill immediate important impossible incredible
    initial inner innovative instant intense internal international invisible joint junior key kind large larger
    largest late latest lazy lean legal light likely limited little live local lonely long longer longest loose
    loud lovely low lower lowest loyal lucky mad main major massive maximum mere middle mild minimum minor
    missing mobile modern modest monthly multiple narrow national native natural near neat necessary negative
    new newer newest nice noble noisy normal obvious odd official old older oldest open ordinary original outer
    overall pale particular past patient perfect permanent personal physical plain pleasant polite poor popular
    positive possible powerful practical precious precise present pretty previous primary prime private proper
    proud public pure quick quiet random rapid rare raw ready real recent red regular relevant reliable
    remarkable remote renewable rich right rough round royal sad safe scary secret secure senior separate
    serious several severe shallow sharp short shorter shy sick significant silent silly similar simple single
    skinny slight slim slow small smaller smallest smart smooth social soft solid sorry sour special specific
    stable standard steady steep sticky still strange strict strong stronger strongest stunning stupid subtle
    sudden sufficient suitable sunny super sure sweet tall tender terrible thick thin tight tiny tired top total
    tough traditional true typical ugly unique universal unknown unusual upper urgent useful usual valuable
    various vast visible vital warm weak weekly weird well wet white whole wide wild willing wise wonderful
    wooden worse worst worth worthy wrong yearly yellow young younger youngest"""
)
"""May stand in a keyword in front of a noun, never alone."""

PALE = _words(
    """amount area aspect bit case chance couple course day days deal degree detail end example fact factor feature
    few form front group guy guys half hand hour hours idea instance item kind level line lot lots matter means
    middle minute minutes moment month months name number object one order others pair part parts people percent
    person piece place places point points process range reason reasons rest result results second seconds sense
    series set side sign situation sort stage step steps stuff term terms thing things time times top total type
    types use version way ways week weeks while work world year years man men woman women morning evening night
    noon today bottom pm word words someone question answer need look everyone percent cent cents dollar dollars
    euro euros million billion thousand hundred thousands trillion plenty quarter home degree degrees gram grams
    kilo kilos meter meters metre metres mile miles"""
)
"""Nouns so general that any other noun of the sentence is better."""

NOT_ADVERBS = _words(
    "family supply reply assembly monopoly july italy anomaly butterfly jelly belly bully rally ally fly"
)

DULL = _words(
    """be have do make take get give bring keep go come put let set use see look seem appear become help need want
    try start begin turn work call ask tell say show find know think feel leave mean got made went took came
    gave"""
)
"""Verbs that never deserve stress, not even where a sentence has nothing else."""

EITHER = _words("light dry cold human future total average local native dark present public secret top past")
"""Adjectives that are nouns where no noun follows."""

MONTHS = _words("january february march april may june july august september october november december")

LEADERS = _words("the a an this that these those my your our his her its their every each some any no another one's")
"""What stands in front of a noun."""

CONNECTIVES = (
    "however|moreover|furthermore|in addition|additionally|besides|meanwhile|therefore|thus|hence|consequently|"
    "as a result|in fact|indeed|of course|for example|for instance|in other words|on the other hand|in contrast|"
    "nevertheless|nonetheless|in short|in conclusion|to sum up|overall|finally|also|and|but|so|yet|still|then|"
    "after all|above all|in particular|that said|similarly|likewise|as well|actually|basically|well|now"
)
"""Sentence openings that only point backwards; dropped when the sentence before is not shown."""

CONNECTIVES_ZH = (
    "然而|但是|可是|不过|此外|另外|而且|并且|因此|所以|于是|同时|其实|事实上|例如|比如|总之|"
    "总的来说|当然|首先|其次|最后|接着|然后|换句话说|换句話说|与此同时|與此同时|也就是说"
)

POINTING = (
    r"(this|that|these|those|it|its|they|them|their|he|she|his|her|him|such|both|either|neither|another|there|here)\b"
)
POINTING_ZH = r"(这|那|它|他|她|其|此|该|前者|后者|两者)"

PALE_ZH = _words(
    """时候 东西 方面 情况 时间 地方 事情 问题 人们 大家 自己 一个 一种 方式 过程 部分 结果 原因 目的 意思 样子 样 程度 内容 方法 作用 关系 基础 条件 今天 明天 昨天 现在 以后 以前 之后
    之前 时 年 月 日 天 人 事 话 話 点 次 个 种 里 中 上 下 前 后 们 有人 时刻 一点 小时 分钟 秒钟 第一 公斤 全部 有些 一些 许多 很多 什么 怎么 这样 那样 使用 进行 需要 可以 能够
    能夠 成为 具有 提供 实现 剩下 只有 达到 超过 出现 属于 位于 发生 得到 带来 变成 开始 知道 觉得"""
)
"""Nouns (and verbs the tagger takes for nouns) that say nothing."""
