"""What is written on the editor's buttons, tabs and menus, by what pressing them does, in every language read.

Data. Add a label to its line and every rule knows it; a quoted label counts as a button, other quotes stay sealed.
"""

import re
from functools import cache

from ai_to_video.wire.gui.grammar import compiled

LABELS: dict[str, str] = {
    "export": (
        "export, export video, export now, download, download video, download now, save, save video, save "
        "as, render, publish, "
        "share, export mp4, download mp4, "
        "导出, 导出视频, 下载, 下载视频, 保存, 保存视频, 另存为, 分享, 发布, 渲染, 汇出, 输出, 储存, 立即导出, 一键导出, 完成导出, "
        "エクスポート, 書き出し, 書き出す, ダウンロード, 共有, 出力, レンダリング, "
        "exportar, exportar video, descargar, descargar video, guardar, guardar como, compartir, publicar"
    ),
    "play": (
        "play, preview, play preview, space, spacebar, space bar, playback, "
        "播放, 预览, 预览窗口, 播放器, 再生, プレビュー, スペース, "
        "reproducir, vista previa, previsualizar, previsualización, play/pause"
    ),
    "upload": (
        "upload, import, add media, replace file, attach, add file, add files, browse, upload media, upload file, upload files, "
        "import media, choose file, choose files, +, ＋, "
        "上传, 导入, 添加素材, 添加媒体, 导入素材, 上传素材, 上传文件, 添加文件, 本地上传, 匯入, "
        "アップロード, インポート, 読み込み, ファイルを追加, メディアを追加, "
        "subir, importar, cargar, adjuntar, subir archivo, subir archivos, añadir archivo, agregar archivo"
    ),
    "credits": (
        "billing, credits, account, my account, top up, top-up, upgrade, buy credits, balance, plans, subscription, "
        "get more credits, add credits, "
        "充值, 积分, 账户, 账单, 余额, 我的账户, 我的积分, 升级, 订阅, 储值, 点数, 購買, "
        "アップグレード, クレジット, アカウント, お支払い, 請求, 残高, プラン, チャージ, "
        "facturación, créditos, cuenta, mi cuenta, recargar, saldo, plan, suscripción, comprar créditos"
    ),
    "edit": (
        "regenerate, delete, remove, split, duplicate, copy, cut, undo, redo, apply, generate, retry, burn, burn in, "
        "replace, crop, mute, unmute, reset, confirm, ok, done, trim, rename, try again, rotate, flip, detach audio, "
        "extract audio, apply to all, auto captions, magic cut, add text, add transition, add, paste, lock, unlock, "
        "重新生成, 删除, 分割, 拆分, 复制, 撤销, 撤回, 重做, 应用, 生成, 确定, 确认, 替换, 裁剪, 静音, 完成, 再次生成, 剪切, 重试, "
        "套用, 还原, 旋转, 翻转, 倒放, 变速, 全部应用, 应用到全部, "
        "再生成, 削除, 複製, 適用, 元に戻す, 分割する, 置き換え, 確定, ミュート, やり直し, トリミング, 差し替え, "
        "regenerar, eliminar, borrar, duplicar, dividir, aplicar, deshacer, rehacer, generar, reemplazar, recortar, "
        "silenciar, listo, confirmar, aceptar, cortar"
    ),
    "panel": (
        "settings, media, audio, style, styles, text, effects, transitions, layers, inspector, timeline, file, view, "
        "options, subtitles, captions, templates, music, filters, project, history, adjustments, media library, "
        "stock, elements, stickers, properties, color, colour, format, canvas, "
        "设置, 媒体, 音频, 样式, 文字, 文本, 特效, 转场, 图层, 时间轴, 时间线, 文件, 字幕, 模板, 音乐, 滤镜, 项目, 历史, 调节, 素材, "
        "历史记录, 素材库, 媒体库, 贴纸, 属性, 画布, 更多, 检查器, "
        "設定, メディア, オーディオ, スタイル, テキスト, エフェクト, トランジション, レイヤー, タイムライン, ファイル, 字幕, テンプレート, "
        "フィルター, インスペクター, ライブラリ, プロジェクト, 履歴, "
        "ajustes, configuración, medios, estilo, estilos, texto, efectos, transiciones, capas, archivo, subtítulos, "
        "plantillas, música, filtros, proyecto, historial, biblioteca, línea de tiempo, opciones"
    ),
}


_ACTED_ON = (
    "视频|成片|影片|图片|照片|文件|素材|音频|音乐|录音|字幕|logo|动画|"
    "所选|选中|全部|selected|selection|all|mp4|mov|gif|mp3|srt|2160p|1440p|1080p|720p|480p|4k|2k|hd|full hd|"
    "videos?|files?|images?|photos?|pictures?|audio|music|clips?|media|movies?|"
    "動画|画像|写真|ファイル|素材|音声|ロゴ|imagen|foto|fotos|vídeo|archivos?|imágenes"
)


def names_button(name: str) -> bool:
    """Whether a label, in the view's spelling, is a known one with what it acts on: 上传图片, "Export 1080p MP4"."""
    return bool(_worded().fullmatch(name))


@cache
def _worded() -> re.Pattern[str]:
    verb, thing = alternatives("export", "upload", latin=False), f"(?:{_ACTED_ON})"
    return compiled(rf"(?:{verb})(?: ?(?:your |the |a |as |为|成)?{thing}){{1,3}}|{thing}を?(?:{verb})", {})


def words(kind: str) -> tuple[str, ...]:
    """The labels of one kind."""
    return tuple(sorted({word.strip() for word in LABELS[kind].split(",")}))


def alternatives(*kinds: str, latin: bool) -> str:
    """Labels as one alternation, the longest first; `latin`: only those written in Latin letters."""
    every = {word.lower() for kind in kinds or LABELS for word in words(kind) if word[0] < "\u3000" or not latin}
    return "|".join(re.escape(word).replace("\\ ", " ") for word in sorted(every, key=lambda word: (-len(word), word)))
