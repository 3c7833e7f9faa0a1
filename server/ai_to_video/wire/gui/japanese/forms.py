"""Japanese: the ways to ask, in the order they are tried. Data; each with its own examples."""

from ai_to_video.wire.gui.grammar import Form

FORMS: tuple[Form, ...] = (
    Form(
        "drag",
        r"\bdrag\b|ドラッグ(?:&|＆|・|アンド|して)?(?:ドロップ)?|ドロップ|引っ張",
        examples=("タイムライン上でドラッグしてください。", "端をドラッグすると長さを変えられます。"),
        never=("ドラッグレースの映像を使いました。", "クリップを0:04までドラッグしました。"),
    ),
    Form(
        "point",
        r"\bclick\b|(?:右|ダブル|シングル|左)?クリック|(?:ダブル)?タップ|長押し|押(?=し|す|せ|さ|下)|プッシュ",
        examples=("「エクスポート」ボタンをクリックしてください。", "再生ボタンを押すと確認できます。"),
        never=("0:03にクリック音を追加しました。", "主人公がボタンを押す場面です。"),
    ),
    Form(
        "credits",
        (
            "(?:残高|クレジット|アカウント|請求|お支払い|プラン|課金|料金|"
            "サブスクリプション)[^、。]{0,14}(?:確認|ご覧|見|チェック|开|移動|アクセス|购入|チャージ|"
            "追加|アップグレード|お進み|补充|クリック)"
        ),
        needs="credits",
        examples=("アカウントページで残高をご確認ください。",),
        never=("クレジットが不足しています。",),
    ),
    Form(
        "upload",
        "アップロード|追加|添付|インポート|取り込|読み込|入れ|選択|選ん",
        needs="upload_place media",
        examples=(
            "アップロードボタンから画像を選択してください。",
            "Please click the Upload button で PNG を追加してください。",
        ),
        never=("ロゴをアップロードしてください。", "字幕を追加できます。"),
    ),
    Form(
        "preview",
        "プレビュー(?!ウ|画|パ|エ|プ|タ)",
        examples=("タイムラインでプレビューできます。",),
        never=("次回のプレビュー映像を追加しました。",),
    ),
    Form(
        "preview",
        (
            "再生|視聴|試聴|聞(?=い|け|き)|見(?=て|られ|れ|る|比べ|直|返)|ご覧|ご確認|確認|チェック|"
            "レビュー|お試し|観(?=て|られ)"
        ),
        needs="player timeline play playhead",
        examples=("タイムラインで仕上がりをご確認ください。", "プレビュー画面で再生してみてください。"),
        never=("再生時間は15秒です。",),
    ),
    Form(
        "export",
        "エクスポート|書き出(?=す|せ|さ|し(?!、))|(?<!の)書き出(?=し、)|ダウンロード|保存|出力|レンダリング",
        examples=("そのままエクスポートできます。", "MP4としてダウンロードしてください。"),
        never=("エクスポートが完了しました。", "保存しました。"),
    ),
    Form(
        "go",
        (
            "开(?=い|く|け|き)|(?<=[にへ])移動|切り替え|アクセス|進(?=ん|み|む|め)|表示|展開|移(?=っ|"
            "り)|お進み|戻(?=っ|り)"
        ),
        needs="panel credits timeline player export_place upload_place",
        examples=("スタイルパネルを開いてください。", "「字幕」タブに切り替えてください。"),
        never=("扉を開いてください。",),
    ),
    Form(
        "select",
        "選択|選(?=ん|び|べ|ぶ)|指定|チェックを入れ",
        needs="panel edit export timeline control upload",
        examples=("「再生成」を選択してください。",),
        never=("お好きな方を選んでください。",),
    ),
    Form(
        "use",
        (
            "(?:キー|キーボード|バー|ボタン|アイコン)(?:で|から)(?=[^、。]{0,12}(?:再生|停止|確認|視聴|"
            "書き出|保存|ダウンロード|アップロード|追加|削除|分割|取り消|元に戻|复制|移動|切り替))"
        ),
        needs="play playkey export upload edit",
        examples=(
            "Deleteキーで削除できます。",
            "スペースキーで再生すれば、つなぎ目が確認できます。",
            "書き出しボタンから保存できます。",
        ),
        never=("画面の再生ボタンで停止するシーンです。",),
    ),
    Form(
        "use",
        r"(?:ctrl|cmd|command|control|⌘) ?\+ ?[a-z](?=キーで|で|を)|(?:delete|backspace|del)(?=で|を)",
        needs="edit",
        examples=("Ctrl+Zで元に戻せます。", "テロップを選択し、Deleteを押します。"),
        never=("Ctrl+Zで元に戻しました。",),
    ),
    Form(
        "upload",
        "アップロード|インポート|取り込|読み込",
        needs="panel",
        examples=("左のパネルから写真をアップロードしてください。",),
        never=("ロゴをアップロードしてください。",),
    ),
    Form(
        "use",
        "使用|使(?=っ|い|え|う)|利用|用い|活用",
        needs="export upload play player control panel button",
        examples=("音量スライダーを使用してください。",),
        never=("明るい色を使ってください。",),
    ),
    Form(
        "edit",
        (
            "調整|変更|編集|移動|短く|長く|トリミング|トリム|カット|削除|置き換え|差し替え|並べ替え|"
            "入れ替え|ずら|動か|回(?=し|す|せ)|伸ば|縮め|変え|替え|追加|設定|修正|拡大|縮小|回転|"
            "微調整|切り替え|カスタマイズ|オフ|オン|上げ|下げ"
        ),
        needs="control panel timeline hands",
        examples=("音量はスライダーで調整できます。", "フォントはスタイルパネルで変更できます。"),
        never=("色はあとで変更できます。",),
    ),
    Form(
        "see",
        "確認|ご覧|見(?=て|られ|つか|つけ|れ)|チェック|参照|閲覧|探|一覧|試",
        needs="panel",
        examples=("メディアライブラリで確認できます。",),
        never=("ロゴは画面右上で確認できます。",),
    ),
)

# Found anywhere in a clause, behind a subject of its own.
STATEMENTS: tuple[Form, ...] = (
    Form(
        "credits",
        "(?:クレジット|残高)[^、。]{0,6}は[^。]{0,16}に(?:表示されて|あり|記載)",
        needs="panel credits",
        examples=("残りクレジットはダッシュボードに表示されています。",),
    ),
    Form(
        "place",
        "(?:ファイル|設定|アカウント|メニュー|プロフィール)(?:メニュー)? ?>[^。、]{1,30}",
        needs="export export_place upload upload_place credits",
        examples=("ファイル > 書き出し です。",),
        never=("画面に「ファイル > 書き出し」と出ます。",),
    ),
    Form(
        "place",
        (
            "(?:エクスポート|ダウンロード|保存|アップロード|再生|書き出し)(?:ボタン|アイコン|"
            "メニュー)は[^。]{0,20}(?:にあります|です)"
        ),
        examples=("エクスポートボタンは右上にあります。",),
        never=("ボタンは画面中央にあります。",),
    ),
)
