"""The scripted field day of the demo: who does what, and what somebody should then see.

One manager goes to a client, a colleague sends somebody else's point, the supervisor watches. Each sentence and tap is
one a person could make; buttons are found by the action their data begins with, keys by their captions.
"""

from bot.sandbox.script import ClockTo, Point, Press, Say, Sees, Start, Step, Tap

ARRIVE = ("📍",)
LEAVE = ("👋",)
BACK = ("🏢",)
TODAY = ("📋",)
TEAM = ("👥",)
REVIEW = ("📚",)


def field_day(
    manager: str, colleague: str, supervisor: str, *, client: str, place: str, contact: str, newcomer: str | None = None
) -> tuple[Step, ...]:
    """The day of three enrolled people given by key; `client` is the alias of one of the manager's clients, `place`
    the key of where it is, `contact` whom the manager meets there. A `newcomer` opens an invitation first."""
    return (
        *(_come_in(newcomer) if newcomer else ()),
        Step(manager, "工作日早上 9:00", "A workday, 9:00", ClockTo("workday 09:00")),
        Step(
            manager,
            "一句话登记外出",
            "Declares an outing in one sentence",
            Say(f"去{client}看厂房，四点半回"),
            (Sees(button="outings.confirm"),),
        ),
        Step(
            manager,
            "点一下确认，主管马上知道",
            "Confirms with one tap; the supervisor hears of it",
            Tap("outings.confirm"),
            (Sees(), Sees(by=supervisor)),
        ),
        Step(manager, "到客户处，9:35", "At the client, 9:35", ClockTo("09:35")),
        Step(manager, "签到：按键", "Checks in: the key", Press(ARRIVE), (Sees(words=("📍",)),)),
        Step(manager, "签到：发送位置", "Checks in: sends the place", Press(place=place), (Sees(),)),
        Step(colleague, "同事也按签到", "A colleague wants to check in as well", Press(ARRIVE), (Sees(),)),
        Step(
            colleague,
            "……却转发了别人的位置",
            "... but forwards somebody else's place",
            Point(place, forwarded="朋友"),
            (Sees(),),
        ),
        Step(supervisor, "主管看团队", "The supervisor looks at the team", Press(TEAM), (Sees(),)),
        Step(manager, "谈完了，10:50", "The talk is over, 10:50", ClockTo("10:50")),
        Step(manager, "离开客户", "Leaves the client", Press(LEAVE), (Sees(),)),
        Step(
            manager,
            "一条消息写完走访记录",
            "Types the record in one message",
            Say(
                f"走访{client}，见了财务部{contact}；看新厂房并了解用款计划，希望月底前定下续贷；"
                "厂房已封顶，设备八月到位；下周三前收齐财报再报支行"
            ),
            (Sees(button="records."),),
        ),
        Step(manager, "卡片无误，保存", "The card is right: saves it", Tap("records.save"), (Sees(),)),
        Step(manager, "下午 16:35：返回时间已过", "16:35: it was to be 16:30", ClockTo("16:35"), (Sees(),)),
        Step(
            supervisor,
            "主管问一句：谁还没回来",
            "The supervisor asks who is not back",
            Say("谁还没回来"),
            (Sees(button="team.person"),),
        ),
        Step(supervisor, "点名字，看证据和计划", "A name: evidence and plan", Tap("team.person"), (Sees(),)),
        Step(manager, "返回销号", "Comes back", Press(BACK), (Sees(),)),
        Step(supervisor, "主管看待阅记录", "Records to read, the riskiest first", Press(REVIEW), (Sees(),)),
        Step(
            supervisor,
            "打开，看为什么先看它",
            "Opens one: why it comes first",
            Tap("review_queue.open"),
            (Sees(button="reviews.phrase"),),
        ),
        Step(supervisor, "一下签意见", "Signs in words, by one tap", Tap("reviews.phrase"), (Sees(), Sees(by=manager))),
        Step(
            supervisor,
            "再一下：下一步列为明天的任务",
            "One more: the next step is tomorrow's task",
            Tap("reviews.task_next"),
            (Sees(), Sees(by=manager)),
        ),
        Step(manager, "看今天", "Looks at the day", Press(TODAY), (Sees(),)),
        *_evening(manager, supervisor),
        *_next_morning(manager, supervisor),
    )


def _evening(manager: str, supervisor: str) -> tuple[Step, ...]:
    """A notice that shows who has read it, and the month's outing register as a workbook."""
    return (
        Step(
            supervisor,
            "主管写一条通知",
            "The supervisor writes a notice",
            Say("/broadcast 明早例会请带客户名单"),
            (Sees(button="broadcasts.send"),),
        ),
        Step(
            supervisor,
            "预览人数，一点就发",
            "The preview says how many; one tap sends it",
            Tap("broadcasts.send"),
            (Sees(by=manager, button="notices.read"),),
        ),
        Step(manager, "点“已读”", "Taps Read", Tap("notices.read"), (Sees(),)),
        Step(
            supervisor,
            "看本月报表",
            "Looks at the month's report",
            Say("/report"),
            (Sees(button="registers.choose"),),
        ),
        Step(
            supervisor,
            "登记簿",
            "The registers",
            Tap("registers.choose"),
            (Sees(button="registers.write"),),
        ),
        Step(
            supervisor,
            "导出外出登记簿，带水印",
            "Takes the outing register out, with a watermark",
            Tap("registers.write"),
            (Sees(words=(".xlsx", "外出登记簿", "Outing register")),),
        ),
    )


def _next_morning(manager: str, supervisor: str) -> tuple[Step, ...]:
    """The briefing on every phone, the roll call on the supervisor's, why a line stands there, and done by phone."""
    return (
        Step(
            manager,
            "下一个工作日 8:00：晨报和点名",
            "The next workday, 8:00: briefing and roll call",
            ClockTo("workday 08:00"),
            (Sees(button="briefing.detail"), Sees(button="rollcall.here"), Sees(by=supervisor, button="rollcall.look")),
        ),
        Step(
            manager,
            "点一下“到”，主管的点名板马上变",
            "One tap says here; the supervisor's board changes",
            Tap("rollcall.here"),
            (Sees(), Sees(by=supervisor, button="rollcall.look")),
        ),
        Step(
            manager,
            "为什么排第一？引用规则",
            "Why is it first? The rule is cited",
            Tap("briefing.detail"),
            (Sees(button="briefing_taps.phone"),),
        ),
        Step(
            manager,
            "电话联系过了：一点就记下，列表少一条",
            "Called: noted with a tap, and the list is one shorter",
            Tap("briefing_taps.phone"),
            (Sees(button="briefing_taps.undo"),),
        ),
        Step(
            supervisor,
            "主管 8:30 的晨报：例外在前",
            "The supervisor's morning at 8:30: exceptions first",
            ClockTo("08:30"),
            (Sees(button="digest.show"),),
        ),
    )


def _come_in(key: str) -> tuple[Step, ...]:
    """The invitation link, the language, the confidentiality notice."""
    return (
        Step(key, "新同事打开邀请链接", "A newcomer opens the invitation", Start(), (Sees(button="people.choose"),)),
        Step(key, "选择语言", "Chooses a language", Tap("people.choose:zh-Hans"), (Sees(button="people.accept"),)),
        Step(key, "接受保密须知", "Accepts the confidentiality notice", Tap("people.accept"), (Sees(),)),
    )
