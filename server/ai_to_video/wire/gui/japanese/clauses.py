"""Japanese: how an instruction opens, what is none, how clauses hang together. Data."""

# May stand before an instruction, asks nothing by itself.
OPENINGS: tuple[str, ...] = ("[^、。]",)
# What else a clause may be; each is looked for at its head unless its use says otherwise.
CLAUSES: dict[str, str] = {
    # addresses the person
    "direct": (
        "ください|下さい|できます|お願い|ましょう|いただけ|可能です|れます|せます|けます|べます|ご確認|"
        "ご覧|お試し|どうぞ|ましたら|てみて|てね"
    ),
    # opens a sentence about people, not to the person
    "people": (
        r"\W*(?:視聴者|ユーザー|観客|客|彼女?|主人公|少女|少年|子ども|子供|人々|プレイヤー)(?:たち|"
        "達)?(?:は|が|も)"
    ),
    # somebody else is the subject
    "subject": (
        "私|わたし|当方|こちらで(?!す)|ユーザー|視聴者|主人公|少女|少年|彼(?!の)|彼女|女性が|男性が|"
        "人物|手が|指が|カーソルが|マウスが|ポインタ(?:ー)?が|矢印が|子供|老人|カメラが|シーン "
        r"?\d*(?:で|では|は)|場面|映像では|ナレーション(?:で|は)|字幕(?:は|に)[^、。]{0,20}と|"
        r"テロップ(?:は|に)|^\W*[^、。がは]{1,10}が(?![りるっらろれいけしき])(?![^、。]{0,14}(?:場合|"
        "なら|たら|れば|とき|ので|から|方|よう))[^、。]{0,30}を|動画内|画面(?:に|では|内)|登場人物|"
        "キャラクター|客が|猫|犬|店员|システムが|自動で|自動的に|モデルが"
    ),
    # is told not to
    "not": "必要はありません|必要ありません|不要|ないで|せずに|なくて|できません|代わりに|しなくても|ずに",
    # behind the verb: makes it a report or a noun
    "behind_not": (
        "(?:点|内容|箇所|履歴|音|効果音|率|数|回数|ました|しました|完了|済み|中(?:です|$)|失敗|画像|版|"
        "サウンド|アニメーション|シーン|した(?!ら)|していま|しており|され(?:ます|る)|されました|"
        "され(?:た|て)|する(?:シーン|場面|様子|瞬間|動き|音|手|カット)|す(?:シーン|場面|様子|瞬間)|"
        "会(?:は|の|を|に|で|が|へ)|公演|イベント|く(?:シーン|場面|様子|瞬間)|に失敗|が完了|は完了|"
        "が終|が開始|時のサムネ|用の|し?が必要|し?が要|をご希望|ご希望)"
    ),
    # ends as a request, an offer or advice
    "mood": (
        "(?:ください(?:ませ|ね)?|下さい(?:ませ|ね)?|お願い(?:いた)?します|お願い申し上げます|ましょう|"
        "できます(?:よ|ので)?|できるよ|できるようになっています|可能です|可能|见つかります|"
        "見つかります|いただけます(?:か|と幸いです)?|頂けます|いただければ(?:と思います|幸いです|"
        "完了です|保存できます)?|OKです|オーケーです|大丈夫です|だけです|だけでOK(?:です)?|"
        "だけで[^、。]{0,12}|(?:ら)?れます|[えけせてねべめれげ]ます|どうぞ|どうか|してね|みてね|なさい|"
        "おすすめ(?:です|します|いたします)|推奨します|必要があります|いいです(?:よ)?|良いです|"
        "よいでしょう|いいでしょう|便利です|行えます|お試しを|ご利用になれます|ご覧になれます|ご確認を|"
        "頼みます|ほしいです|欲しいです|もらえますか|くださいますか|していただけますか|"
        "いただけますでしょうか|いただけますと(?:幸い|助かり)[^、。]{0,6}|いただけると(?:幸い|助かり|"
        "嬉し)[^、。]{0,8}|くださいますよう(?:お願い(?:いた)?します)?|もらえると(?:助かります|"
        "嬉しいです)|いただきたく(?:存じます)?|いただきたいです|完了です|済みます|お進みください|"
        "(?:クリック|タップ|ドラッグ|選択|エクスポート|ダウンロード|プレビュー|確認|再生|保存|チェック|"
        "アップロード)(?:を|!|！|だけ|で)?|押すだけ|(?:を|から|で)クリック|にあります|できます|"
        "始まります|[上下]がります|変わります|されます|なります|保存します|クリックします|選択します|"
        "开きます|押します|ドラッグします|タップします|表示されます|かまいません|"
        "(?<![がは])(?:クリック|タップ|選択|確認|ドラッグ|エクスポート|プレビュー|再生|保存|"
        r"ダウンロード|アップロード)する|(?:ボタン|キー|アイコン|\ue000|エクスポート|再生|保存)を?押す|"
        "(?:パネル|タブ|メニュー|ライブラリ)を开く|もOK|も可|ことができます|(?<![がは])(?:ドラッグ|"
        r"クリック|タップ|長押し)して[^、。がは]{1,16}[るすくうつむぶぐ])[\s\ue004!！~〜♪（(]*$"
    ),
    # hangs on a later clause that may end so
    "hanging": ("(?:て|で|し|り|び|み|き|い|ば|と|たら|だら|ると|から|か|または|もしくは|して|後|あと|うえで|上で)$"),
    # reports without a verb ("Drop shadow added", "Upload complete")
    "report": (
        "(?:ました|でした|ています|ております|ていました|ません(?:でした)?|済みです|(?:し|っ|い|ん|れ|"
        r"え|け|き)た|だ|ます(?:ね|よ)|です)[\s\ue004!！。]*$"
    ),
    # a question that is a request
    "question": (
        "(?:いただけますか|いただけますでしょうか|くださいますか|もらえますか|いただけませんか|"
        "くださいませんか|お願いできますか)"
    ),
    # what stands between the act and what it is for
    "purpose": (
        "(?:すると|れば|って|して|んで|いて|いで|ると|には|ために|から|、|"
        "で)(?=[^、。]{0,20}?(?:{purposes}))[^、。]{0,20}?(?={purposes})"
    ),
    # hangs on the clause behind it ("To save it", "When you are happy")
    "lead": (
        r"\W*(?:(?:まず|まずは|次に|最後に|また|または|もしくは|あるいは|その後|さらに|なお|それでは|"
        "では|お手数|恐れ入り|恐縮|すみません|申し訳|準備ができ|問題なけれ|よろしけれ|ご希望|"
        "必要に応じて|必要であれば|もし|続いて|ヒント|次のステップ|お気に召し|今すぐ|あとは|後は|"
        "ほかに|他にも|気に入|満足|完成したら|確認|ok|編集|保存|書き出し|エクスポート|プレビュー|注意|"
        "ポイント|手順|操作方法|ご自由に|そのまま|いつでも|直接)[^、。]{0,12}$)"
    ),
    # hangs on the clause behind it whatever it holds
    "lead_sure": "(?:場合は?|には|たら|れば|なら|ときは|際は|方は)$",
    # the same, seen by its end
    "lead_end": (
        "(?:場合は?|には|たら|れば|なら|際は?|時は?|とき(?:は|に)?|ために?|方は|後(?:に|は)?|あとは?|"
        "^[^、。]{1,16}(?<=[ぁ-龥a-z])は|次第|前に|うえで|でしたら|ければ|以外に|のほか|ように)$"
    ),
    # gives a reason: the word goes, the reason stays
    "because": "(?!)",
    # hangs on the clause before it ("to check it", "which opens the menu")
    "tail": (
        r"\W*(?:すると|そうすると|これで|それで|自動的に|すぐに|簡単に|以上|お好みで|動画が(?:保存|"
        "ダウンロード)|保存(?:され|でき)|完了)"
    ),
    # holds something worth keeping
    "content": r"\d|\ue000|\ue003|教えて|お知らせ|ご連絡|お聞かせ|返信|おっしゃ",
    # its subject also governs a bare verb behind it ("I'll open it and drag ...")
    "shares": (
        r"私|彼|彼女|少女|ユーザー|視聴者|主人公|^\W*[^、。]{1,10}が(?!必要|あり|多|少|大き|小さ|暗|長|"
        "短|气|な|足り|ず|早|遅)"
    ),
    # its subject is plainly somebody else, whatever hangs on it
    "governs": "(?:デモ|再現|録画|見本|アニメ(?:ーション)?|説明動画)(?:の?画面|映像|動画)?(?:で|では|内では?)$",
    # the agent tells what it did
    "own_doing": "(?!)",
    # tells of something finished, or of a new subject
    "breaks": "です|ました|ています",
    # only a condition
    "conditional": "(?:たら|だら|なら|れば|ければ|場合は?|際は?|とき(?:は|に)?|には)$",
    # a further step of the instruction before it ("and choose 1080p MP4")
    "step": (
        r"[^、。\d\ue000]{0,16}?(?:ご?确认|ご?確認|ご覧|チェック)(?:ください|いただけ)|"
        "[^、。]{0,24}?(?:選択|選ん|選び|設定|入力|クリック|タップ|待|押|指定|決定|確定)(?:して|し|で|"
        "ください|します|だけ)?"
    ),
    # a further step that changes something
    "changes": "[^、。]{0,24}?(?:選択|選ん|選び|設定|指定)",
    # a further step that hands over a file
    "sends": "[^、。]{0,20}(?:アップロード|インポート)",
    # picks what the next clause acts on
    "selects": "[^、。]{0,20}(?:選択|選ん|選び)",
    # the thing is a part of a panel, not the panel itself
    "part": (
        "(?:{panel})の(?![^をにで]{0,8}(?:ボタン|アイコン|タブ|メニュー|エクスポート|アップロード|再生|"
        r"書き出し|ダウンロード|\ue000))[^をにで]{1,12}を$"
    ),
    # a quote that is a button, not content
    "pressed": (
        r"\ue000(?:を(?:クリック|タップ|押|选|开)|ボタン|タブ|アイコン|メニュー|から|スライダー|つまみ|"
        "ノブ|トグル|スイッチ|フェーダー|トランジション|フィルター|エフェクト)"
    ),
    # done with the mouse
    "hands": "ドラッグ|右クリック|マウス|ダブルクリック|つまんで",
    # where something is taken from, not put
    "taken_from": r"(?:メディア|素材)[^、。]{0,8}から",
    # a place to drop something
    "here": "ここに|こちらに|この(?:エリア|欄|枠|画面)|(?:メディア|素材)(?:パネル|ライブラリ)",
    # a file of the person
    "own": "お手持ち|ご自身|ご自分|ファイル|写真|画像|お使いの|お客様の|ロゴ|録音",
    # the kinds of file an upload may be
    "file_types": (
        "(?:png|jpe?g|gif|webp|svg|mp4|mov|avi|webm|mkv|mp3|wav|m4a|aac|flac|ttf|otf|srt|vtt|psd|pdf|"
        "docx?|txt)(?:(?: ?(?:または|もしくは|か|や|と|、|/|・|or) ?)(?:png|jpe?g|gif|webp|svg|mp4|mov|"
        "avi|webm|mkv|mp3|wav|m4a|aac|flac|ttf|otf|srt|vtt|psd|pdf|docx?|txt))*(?:形式)?(?:の?(?:画像|"
        "ファイル|写真|動画|音声))?"
    ),
    # an act of looking, in front of what is looked at
    "reviewed": r"\A(?!)",
}
