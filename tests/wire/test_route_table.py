"""What people type, and where it goes. One prompt a line; for exports `prompt => format resolution`."""

import pytest

from ai_to_video.wire.route import Route, route


def lines(text: str) -> list[str]:
    return [line for line in text.strip().splitlines() if line.strip()]


def pairs(text: str) -> list[tuple[str, str]]:
    return [(left, right) for left, _, right in (line.partition(" => ") for line in lines(text))]


EXPORT = """
export
Export
EXPORT
export.
export!!!
export 🎬
🎬 export 🙏
export 1080p MP4 => mp4 1080p
export as webm 720p => webm 720p
Export as MP4 => mp4
export it
export the video
export video
export my video please
please export
pls export the video
could you please export the video?
Can you export this in 720p? => 720p
would you mind exporting the video?
I want to export the video
I'd like to export it as a mov file => mov
i’d like to export it
let's export
ok, export it now
Looks great! Export it.
Perfect, thanks. Now export the final video as mp4, 1080p. => mp4 1080p
go ahead and export
export in full hd => 1080p
export in HD => 720p
export in 4K => 1080p
export 1920x1080 mp4 => mp4 1080p
export at 480p => 480p
export: mov, 720p => mov 720p
export (webm) => webm
export as .mkv => mkv
export as an animated gif => gif
export to mp3 => mp3
export the audio as wav => wav
export only the audio => mp3
export a thumbnail as jpeg => jpg
export it as webp => webp
export it as m4a please => m4a
export aac => aac
export avi => avi
export png => png
export as promo.mp4 => mp4
export it as "Summer Promo.mov" => mov
export again
re-export the video
exprot
exprot the video
downlaod
download
download it
Download!
DOWNLOAD THE VIDEO
download the file
download mp4 => mp4
download the video in 720p => 720p
can I download it?
how do I download the video?
how can I export this?
download link
download it to my phone
save
save the video
save it as mp4 => mp4
save the video to my desktop
send me the video
Send me the video!
send me the mp4 => mp4
send me an mp4 => mp4
could you send me the final video, please?
send the video to me
send me the file
give me the video
give me the final mp4 in 1080p => mp4 1080p
I want the video file
can I have the mp4? => mp4
get me the video
render it as mp4 => mp4
render the final video
export it when it's done
export and send me the mp4 => mp4
video export
final export
start the export
hit export
export quickly please
导出
导出。
导出视频
导出1080p的MP4 => mp4 1080p
导出 1080p MP4 => mp4 1080p
导出成mov => mov
导出为 webm 格式 => webm
请帮我导出视频
帮我把视频导出来
麻烦导出一下
可以导出视频吗？
能不能帮我导出成720p的mp4？ => mp4 720p
好的，导出吧
我想导出视频
我要下载
怎么下载视频？
匯出影片
匯出
導出影片
請幫我匯出影片，謝謝
輸出影片
下载
下载视频
下載影片
下載
把视频发给我
把成片发给我
给我视频文件
保存视频
導出1080p的mp4 => mp4 1080p
只导出音频 => mp3
导出gif => gif
書き出し
書き出して
動画を書き出してください
エクスポート
エクスポートしてください
ダウンロード
動画をダウンロードして
MP4で書き出して => mp4
動画を送って
exportar
exporta el video
Exporta el vídeo en mp4 1080p, por favor => mp4 1080p
descargar
descarga el vídeo
¿Puedes exportar el video?
envíame el video
expórtalo como mov => mov
"""

CREDITS = """
credits
Credits?
CREDITS
my credits
balance
Balance please
what's my balance
What’s my balance?
whats my credit balance
check my balance
check balance
show my credits
how many credits are left?
how many credits do I have
how many credits do i have left?
how many credits have I got left right now?
how many left?
how much balance is left
credits left
remaining credits
credit balance
do I have enough credits?
do I have any credits left?
am I out of credits?
how many credits would a 60s video cost?
how many credits did the last one cost
how many credits does an export cost?
how many credits will I need for a 30-second video?
how do I get more credits?
tell me my balance please 🙏
could you check how many credits I have left?
积分
余额
还剩多少积分
我还有多少积分？
余额是多少
查询余额
查一下我的积分
看看余额
积分余额
剩余积分
積分
餘額
還剩多少積分？
我的餘額還有多少
做一个60秒的视频要多少积分？
上一个视频用了多少积分
积分还够吗
请问我还剩多少积分呢？
クレジット
残高
クレジット残高
残りのクレジットは？
クレジットはあといくつ残っていますか？
créditos
saldo
¿Cuántos créditos me quedan?
¿cuál es mi saldo?
"""

STATE = """
status
Status?
STATUS
stauts
state
show tracks
show the tracks
show me all tracks
list tracks
Show me the timeline
show timeline please
what's done
what's done so far?
what is done?
progress
show progress
what's the status?
what's the status of my video?
status update
project status
export status
current state
is it done yet?
is the video ready?
are you done?
are we there yet
how far are you?
how's it going?
how is the video coming along?
what's in the video so far?
what do we have so far?
what does the timeline look like?
which tracks are there?
how many tracks are there?
could you show me the current status?
preview the timeline
where is my video?
any updates?
状态
狀態
現在什麼狀態
现在什么样了
现在什么状态？
现在怎么样了
进度
现在进度如何
显示轨道
查看时间线
顯示軌道
看看进度
做好了吗
视频好了吗？
完成了吗？
做到哪了
視頻做好了嗎
現在進度到哪了？
查看状态
当前状态
项目状态
有哪些轨道
ステータス
状態
進捗
トラックを表示
今どうなってる？
できましたか？
estado
¿Cómo va?
muestra las pistas
progreso
"""

UPLOAD = """
upload
Upload!
UPLOAD 📎
uplaod
upload a file
upload file
I want to upload a file
I'd like to upload some photos
upload my logo
upload an image please
can I upload a video?
how do I upload a file?
where can I upload my footage?
let me upload my pictures
upload logo.png
upload https://example.com/clip.mp4
I have a file to upload
上传
上传文件
上传视频
我想上传一个文件
请问怎么上传图片？
我要上传照片
上傳
上傳檔案
幫我上傳圖片
アップロード
ファイルをアップロードしたい
subir
subir un archivo
quiero subir un archivo
"""

SEND = """
make the status bar blue
a documentary about rice exports
加一个状态栏动画
balance the audio
add an export-themed title
credits roll at the end
add end credits
download-speed infographic
an upload animation
regenerate
redo
redo it
重新生成
再来一个
create a video about our export business
导出业务介绍视频
show tracks of a train in scene 2
add a download button to scene 3
save the whales video
save the whales
don't export yet
do not export
don't download it
不要导出
先别导出
no export needed
export business
export documentary
our export statistics as an animated chart
exporting coffee from Colombia
the history of Chinese exports
download speeds compared
a video about credit scores
roll credits
roll the credits
show the credits at the end
end credits
credits at the end
add credits to my friends at the end
credits in white text
white balance
color balance the clip
balance the colors
work-life balance tips
how many credits does a student need to graduate?
状态栏改成蓝色
做一个余额宝的宣传片
余额不足的提示动画
积分商城宣传片
加一个积分榜
下载速度对比图
做一个下载按钮动画
添加上传进度条动画
显示进度条
给第三幕加一个下载按钮
upload animation with arrows
upload it to youtube and make money, a short film
status quo explained
show status bar at the top
a progress bar at the bottom
progress of humanity
the state of the union
state of AI in 2025
show the timeline of world war II
show tracks in the snow
list tracks on the album cover
save water
save money tips
save the date video
send me a video of a cat
send me a video about dogs
give me a video about space
give me a 30-second video about coffee
I want a video about my bakery
make a video
create a 1080p mp4 video about cats
generate
create
storyboard
生成视频
convert my text or prompts
turn this blog post intro into
turn this blog post intro into a 30-second explainer video
add background music
make the title bigger
change the title to Export
change the title to "Export"
add the caption "Download now"
the narrator says "send me the video"
write "upload" in the middle
title: Status
is the music too loud?
what's a good title for this?
render a sunset over the sea
export the first 10 seconds of the river scene
download our app
download our app today!
Download FitApp now
make an ad for FitApp. Meet FitApp. Track your runs. Download now!
make an ad for our app, download now
做一个App广告，立即下载
explain how farmers grow rice and export it
Make a documentary about how farmers grow rice and export it.
make a tutorial on how to trim a clip and export it as mp4
a documentary about farmers who grow rice and export it
They grow rice and then export it.
The company makes cars and exports them.
add buttons for like, share, and download
add a title saying edit and export
Create a tutorial: 1. Open the app 2. Trim the clip 3. Export the video
Create a tutorial with these steps:\\n- Open the app\\n- Trim the clip\\n- Export the video
Voiceover: Trim your clips. Export the video.
a video in which a man says: cut it and send me the video
做一个关于如何剪辑视频并导出的教程
做一个教程，教大家剪辑视频并导出
I export videos
we download files every day
she wants to save the video
hello
hi there
?
😀
エンドクレジットを追加
ステータスバーを青くして
ダウンロードボタンを追加
書き出しについての動画を作って
añade créditos al final
un documental sobre exportaciones de arroz
haz la barra de estado azul
saldo migratorio explicado
"""

AFTER = """
cut the intro and export it -> cut the intro
Cut the intro and export it. -> Cut the intro
cut the intro, then export -> cut the intro
cut the intro, export it -> cut the intro
cut the intro & export -> cut the intro
Cut the intro. Export it. -> Cut the intro.
Cut the intro. Then export it as mp4, thanks! -> Cut the intro. => mp4
cut the intro and download it -> cut the intro
trim to 10 seconds, then export as mov 720p -> trim to 10 seconds => mov 720p
turn this blog post intro into a 30-second explainer video and send me the mp4 -> turn this blog post intro into a 30-second explainer video => mp4
make a 720p video about cats and export it -> make a 720p video about cats
make a video about cats and send me the file when it's done -> make a video about cats
Make a video about cats. Export as webm, 480p please. -> Make a video about cats. => webm 480p
please make the title bigger and then export the video for me -> please make the title bigger
could you add music and export it as mp4? -> could you add music => mp4
remove scene 2; export -> remove scene 2
speed it up and save the video -> speed it up
regenerate and export -> regenerate
make it blue, export it and let me know when it's ready -> make it blue
a 15-second ad for my bakery, export as mp4 -> a 15-second ad for my bakery => mp4
export it but first make the title bigger -> make the title bigger
Export as mp4, but first remove scene 2 -> remove scene 2 => mp4
before exporting, make the title bigger -> make the title bigger
make the title bigger before you export it -> make the title bigger
change the title to "Summer" and export it in full hd -> change the title to "Summer" => 1080p
change the music\\nexport it as mp4 -> change the music => mp4
- cut the intro\\n- make the title blue\\n- export as mp4 720p -> - cut the intro\\n- make the title blue => mp4 720p
cut the intro, export it and download it -> cut the intro
CUT THE INTRO AND EXPORT IT!!! -> CUT THE INTRO
剪掉片头然后导出 -> 剪掉片头
剪掉片头，然后导出 -> 剪掉片头
剪掉片头并导出 -> 剪掉片头
剪掉片头再导出成mov 720p -> 剪掉片头 => mov 720p
把标题改大一点，导出视频 -> 把标题改大一点
请把标题改成“夏天”，然后帮我导出1080p的mp4，谢谢 -> 请把标题改成“夏天” => mp4 1080p
做一个关于咖啡的视频，完成后发给我 -> 做一个关于咖啡的视频
做一个咖啡广告。导出为mp4。 -> 做一个咖啡广告。 => mp4
重新生成并导出 -> 重新生成
剪掉片頭然後匯出影片 -> 剪掉片頭
先把标题改大再导出 -> 先把标题改大
导出前把标题改大 -> 把标题改大
イントロをカットして書き出して -> イントロをカットして
タイトルを大きくしてから、mp4で書き出して -> タイトルを大きくして => mp4
corta la intro y exporta -> corta la intro
corta la intro y luego expórtalo como mov 720p -> corta la intro => mov 720p
"""


def after_cases() -> list[tuple[str, str, str]]:
    cases = []
    for line in lines(AFTER):
        both, _, how = line.partition(" => ")
        prompt, _, message = both.partition(" -> ")
        cases.append((prompt.replace("\\n", "\n"), message.replace("\\n", "\n"), how))
    return cases


@pytest.mark.parametrize(("prompt", "how"), pairs(EXPORT))
def test_a_wish_for_the_file_is_an_export_in_the_form_it_names(prompt, how):
    told = route(prompt)
    assert (told.kind, told.export_after) == ("export", False)
    assert " ".join(filter(None, (told.format, told.resolution))) == how


@pytest.mark.parametrize(
    ("kind", "prompt"),
    [
        (kind, prompt)
        for kind, text in (("credits", CREDITS), ("state", STATE), ("upload", UPLOAD))
        for prompt in lines(text)
    ],
)
def test_a_question_about_the_account_or_the_work_never_reaches_the_agent(kind, prompt):
    assert route(prompt) == Route(kind, prompt)


@pytest.mark.parametrize("prompt", [line.replace("\\n", "\n") for line in lines(SEND)])
def test_a_wish_for_the_video_reaches_the_agent_byte_for_byte(prompt):
    assert route(prompt) == Route("send", prompt)


@pytest.mark.parametrize(("prompt", "message", "how"), after_cases())
def test_an_edit_that_ends_in_an_export_is_both(prompt, message, how):
    told = route(prompt)
    assert (told.kind, told.message, told.export_after) == ("send", message, True)
    assert " ".join(filter(None, (told.format, told.resolution))) == how


def test_the_table_is_large_enough_to_mean_something():
    assert sum(len(lines(text)) for text in (EXPORT, CREDITS, STATE, UPLOAD, SEND, AFTER)) >= 400
