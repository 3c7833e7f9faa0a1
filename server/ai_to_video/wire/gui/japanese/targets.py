"""Japanese: things of the editor that can be named, and what an act is for. Data."""

from ai_to_video.wire.gui.grammar import Target

TARGETS: tuple[Target, ...] = (
    Target("playhead", "再生ヘッド|シークバー|プログレスバー|再生バー"),
    Target(
        "upload_place",
        (
            "(?:アップロード|インポート|ファイル追加|メディア追加|追加)(?:ボタン|アイコン|欄|エリア|"
            "領域|パネル|画面|メニュー|タブ)|クリップ(?:の)?アイコン|(?:メディア|ファイル|素材|"
            r"画像)を?追加|添付|プラス|\+(?!\d)|(?:アップロード|インポート)(?=を?(?:クリック|タップ|押|"
            r"選))|\b(?:upload|import|attach)(?: media| files?)? ?(?:button|icon|menu|tab|panel|ボタン|アイコン|メニュー|タブ)"
        ),
    ),
    Target(
        "media",
        r"\b(?:media|assets?) (?:panel|library|tab)\b|(?:メディア|素材)(?:パネル|ライブラリ(?:ー)?|タブ|欄|エリア)",
    ),
    Target(
        "media_into",
        "(?:メディア|素材)(?:パネル|ライブラリ(?:ー)?|タブ|欄|エリア)(?:に|へ)|(?:この(?:画面|ウィンドウ|ウインドウ|ページ)|チャット欄)に",
    ),
    Target("upload", "アップロード|インポート|取り込み"),
    Target(
        "play",
        (
            "再生(?!成|ヘッド|時|バー)(?:ボタン|アイコン|キー)?|プレビュー(?!ウ|画|パ|エ|プレ|"
            "タブ)(?:ボタン|アイコン)?|スペース(?:キー|バー)?|play|preview"
        ),
    ),
    Target(
        "player",
        (
            "プレビュー(?:ウィンドウ|ウインドウ|画面|パネル|エリア|領域|タブ|モニター|欄)|"
            "プレーヤー(?!の(?:上|下|横|右|左|隣|脇))|プレイヤー|ビューア|モニター|全画面"
        ),
    ),
    Target(
        "credits",
        (
            "クレジット(?:残高|ページ|画面)?|残高|アカウント|請求|お支払い|料金プラン|プラン|チャージ|"
            "課金|サブスクリプション|アップグレード"
        ),
    ),
    Target(
        "export_place",
        (
            "(?:エクスポート|書き出し|ダウンロード|保存)(?:ボタン|アイコン|メニュー|画面|パネル|タブ|"
            r"ダイアログ)|ファイル(?:メニュー)? ?>|\b(?:export|download|save) ?(?:button|icon|menu|tab|panel|ボタン|アイコン|メニュー|タブ)"
        ),
    ),
    Target("export", "エクスポート|書き出し|書き出す|ダウンロード|保存|共有|出力|export|download|save"),
    Target(
        "edit",
        (
            "再生成|削除|分割|複製|適用|元に戻す|生成|置き換え|確定|ミュート|やり直し|トリミング|"
            "差し替え|リネーム|名前の変更|カット|取り消し?|元に戻|(?:ctrl|cmd|command|control) ?[+] "
            "?[zyxcvd]|regenerate|delete|split"
        ),
    ),
    Target("control", "{control}"),
    Target("panel", "{panel}"),
    Target("timeline", "{timeline}"),
    Target("button", "ボタン|アイコン|キー"),
    Target(
        "clip",
        (
            "クリップ|タイトル|字幕|文字|テロップ|シーン|素材|レイヤー|テキスト|音楽|BGM|bgm|画像|ロゴ|"
            r"セグメント|行|\ue000|\ue003"
        ),
    ),
)

PURPOSES: tuple[Target, ...] = (
    Target("credits", "チャージ|残高を?(?:確認|ご確認)|クレジットを?(?:購入|追加|確認)|アップグレード"),
    Target("media_into", "(?:メディア|素材)(?:パネル|ライブラリ(?:ー)?|タブ|欄|エリア)(?:に|へ)"),
    Target(
        "upload",
        "アップロード|添付|(?:お手持ちの|ご自身の|新しい)?(?:ファイル|画像|写真|素材|動画)を?(?:追加|選択|選)",
    ),
    Target("export", "エクスポート|書き出|ダウンロード|保存|出力"),
    Target("preview", "プレビュー|再生(?!成)|視聴|試聴|聞|仕上がり|見られ|見て"),
    Target(
        "edit",
        (
            "編集|変更|調整|移動|削除|差し替え|置き換え|短く|長く|トリミング|変え|並べ替え|修正|伸ば|"
            "縮め|再生成|カット|追加"
        ),
    ),
    Target("inspect", "確認|ご覧|チェック|見|表示|参照"),
)
