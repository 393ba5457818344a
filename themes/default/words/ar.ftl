### The words of the theme, in Arabic. What is not here is said in English.

## Numbers, dates and lists, in the way of the language

number-thousands = ,
number = { $count }
number-fraction = .
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-time = { $date }، { $time } ‏(UTC)
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
list-comma = { "، " }
list-and = { $most } و{ $last }

## Counts

count-badges = { $count ->
    [zero] لا شارات
    [one] شارة واحدة
    [two] شارتان
    [few] { $count } شارات
    [many] { $count } شارة
   *[other] { $count } شارة
}
count-awards = { $count ->
    [zero] لا مُنَح
    [one] منحة واحدة
    [two] منحتان
    [few] { $count } مُنَح
    [many] { $count } منحة
   *[other] { $count } منحة
}

## Every page

nav-skip = انتقل إلى المحتوى
nav-main = القائمة الرئيسية
nav-badges = الشارات
nav-skills = المهارات
nav-people = الأشخاص
nav-issuers = الجهات المانحة
nav-feed-title = { $title }: أحدث الشارات الممنوحة
foot-built = أُنشئ في { $date } باستخدام { $program }. بلا ملفات تعريف ارتباط وبلا أدوات تتبع.
foot-source = المصدر
foot-feed = التغذية
foot-data = البيانات

## What an award is worth

verdict-valid = سارية
verdict-expiring = سارية وتنتهي قريبًا
verdict-not-yet-valid = لم تسرِ بعد
verdict-expired = منتهية الصلاحية
verdict-suspended = معلّقة
verdict-revoked = ملغاة
verdict-invalid = غير أصلية
verdict-unchecked = تعذّر التحقق منها
stamp-unchecked = لم يُتحقق منها
verdict-only = { $verdict }.
verdict-expires-on = سارية وتنتهي في { $date }.
verdict-not-before = لا تسري قبل { $date }.
verdict-expired-on = انتهت صلاحيتها في { $date }.
verdict-revoked-on = أُلغيت في { $date }.

## The page of an award

award-title-named = { $badge }، مُنحت إلى { $recipient }
award-title = { $badge }، ممنوحة من { $issuer }
award-about = { $verdict } مُنحت إلى { $recipient } من { $issuer } في { $date }؛ وجرى التحقق في { $checked }.
award-sentence = مُنحت إلى { $recipient } من { $issuer } في { $date }؛ { $checked }.
award-checked = جرى التحقق عند إنشاء الصفحة في { $date }
award-to = مُنحت إلى
award-by = من
award-on = في
award-from = تسري من
award-until = تسري حتى
award-picture = شارة { $badge }، ممنوحة من { $issuer }
recipient-email = شخص يُعرَّف بعنوان بريد إلكتروني محمي
recipient-email-fact = لم يُذكر الاسم؛ يُعرَّف بعنوان بريد إلكتروني محمي
award-check-button = تحقق بنفسك
award-holder = هل هذه لك؟
award-criteria = ما الذي تطلّبته
award-changed = هذا هو النص كما وُقّع. ومنذ ذلك الحين تغيّر { $definition }: { $parts }.
award-changed-link = تعريف الشارة
changed-name = الاسم
changed-description = الوصف
changed-criteria = المعايير
changed-type = النوع
changed-skills = المهارات
changed-alignments = المواءمات
changed-version = الإصدار
changed-results = النتائج
criteria-more = المزيد عن المعايير
award-narrative = كيف اكتُسبت
award-evidence = الأدلة
evidence-unnamed = دليل
evidence-audience = موجّه إلى { $audience }
award-skills = المهارات
award-check = تحقق بنفسك
award-built = هذا ما جرى التحقق منه عند إنشاء الصفحة في { $date }. لم يُكتب شيء منه يدويًا.
award-doubt = لست مضطرًا إلى تصديق هذه الصفحة. نزّل الاعتماد وأعطه لأي أداة تحقق تدعم Open Badges 3.0، أو شغّل { $command } على جهازك.
check-document = المستند
check-issuer = الجهة المانحة والمفتاح
check-proof-rdfc = التوقيع على المعنى (eddsa-rdfc-2022)
check-proof-jcs = التوقيع على النص (eddsa-jcs-2022)
check-status = الحالة
check-dates = التواريخ
check-recipient = المستلم
check-passed = اجتاز
check-attention = ملاحظة
check-failed = لم يجتز
check-unknown = لم يُتحقق منه
check-absent = غير موجود
check-row = { $question }: { $outcome }.
check-dates-ended = { $begun ->
    [yes] بدأت في { $from } وانتهت في { $until }
   *[no] تبدأ في { $from } وانتهت في { $until }
}
check-dates-ends = { $begun ->
    [yes] بدأت في { $from } وتنتهي في { $until }
   *[no] تبدأ في { $from } وتنتهي في { $until }
}
check-dates-open = { $begun ->
    [yes] بدأت في { $from } وليس لها نهاية
   *[no] تبدأ في { $from } وليس لها نهاية
}
download-credential = الاعتماد الموقّع (JSON)
download-credential-for = Open Badges 3.0 كما وُقّع بايتًا ببايت. احتفظ بهذا الملف: يمكن التحقق منه بدون هذا الموقع.
download-png = صورة تحوي الاعتماد (PNG)
download-png-for = لمحافظ الشارات. الهواتف وبرامج المحادثة تزيل ما بداخلها.
download-svg = صورة تحوي الاعتماد (SVG)
download-svg-for = الصورة نفسها، واضحة بأي حجم.
holder-linkedin = أضفها إلى ملفك في LinkedIn
holder-linkedin-empty = هل ترك LinkedIn النموذج فارغًا؟ انسخ القيم
holder-about = لمن نال هذه الشارة: طرق لعرضها حيث ينظر الآخرون.
holder-share = أخبر الآخرين
holder-words = النص للنسخ: لا ينقله LinkedIn
share-text = نلت شارة «{ $badge }» من { $issuer }.
share-subject = شارة: { $badge }
share-linkedin = LinkedIn
share-mastodon = Mastodon
share-bluesky = Bluesky
share-email = البريد الإلكتروني
holder-place = اعرضها في مكان ما
holder-signature = في توقيع البريد الإلكتروني
holder-signature-plain = نصًا مجردًا
holder-signature-source = بصيغة HTML
signature-line = { $badge }، منحها { $issuer }
holder-frame = في صفحة ويب: بطاقة تبقى صحيحة
holder-frame-about = تأتي البطاقة من هذا الموقع كلما عُرضت. وإذا انتهت صلاحية الشارة أو أُلغيت فإنها تقول ذلك.
holder-picture = في صفحة ويب: صورة مع رابط
holder-picture-about = تعمل في كل مكان وتؤدي إلى هذه الصفحة. الصورة نفسها لا تتغير.
holder-markdown = في ملف README ‏(Markdown)
holder-resume = في سيرة ذاتية (JSON Resume)
holder-resume-about = بند لقائمة «certificates».
holder-qr = رمز QR
holder-qr-about = للشرائح والملصقات: يؤدي إلى هذه الصفحة.
holder-qr-save = احفظه بصيغة SVG
holder-files = ملفات للاحتفاظ بها
copy = انسخ
copy-rich = انسخ مع الصورة
copy-done = نُسخ
copy-failed = حُدّد النص: انسخه بنفسك
award-download = نزّل الاعتماد الموقّع
embed-about = مُنحت إلى { $recipient } من { $issuer } في { $date }.
embed-checked = جرى التحقق في { $date }.
embed-open = تحقق الآن
holder-print = طباعة هذه الصفحة تعطي شهادة في ورقة واحدة.
linkedin-name = الاسم
linkedin-organization = المؤسسة المانحة
linkedin-issued = تاريخ الإصدار
linkedin-expires = تاريخ الانتهاء
linkedin-id = معرّف الاعتماد
linkedin-url = رابط الاعتماد
award-issuer = من منحها
award-vouches = من يتحكم في { $domain } يضمن هذه الجهة: فقد وُقّع بمفتاح منشور هناك.
award-history = السجل
history-awarded = مُنحت
history-signed = وُقّعت وقُيّدت في سجل الجهة المانحة
history-revoked = أُلغيت
history-reinstated = أُعيد تفعيلها
history-renewed = جُدّدت
history-corrected = حلّت محلها شارة أخرى
history-entry = { $what }: { $reason }
award-file = الملف الموقّع في المستودع
award-report = أبلغ عن خطأ
report-title = خطأ في المنحة { $id }
report-body = ما الخطأ:
award-id = المنحة { $id }
paper-checked = { $verdict } جرى التحقق في { $date }.
paper-printed = طُبعت في { $date }.
paper-scan = امسح الرمز للتحقق من جديد.
document-credential = اعتماد Open Badges 3.0
document-assertion = إثبات Open Badges 2.0
document-achievement = إنجاز Open Badges 3.0
document-badge = صنف شارة Open Badges 2.0
document-profile = ملف Open Badges 3.0
document-issuer = جهة مانحة Open Badges 2.0
document-did = مستند DID
document-feed = أحدث الشارات الممنوحة
document-data = المعرض كبيانات

## Facts

fact-assessed-by = قيّمها
fact-role = الدور
fact-from = من
fact-until = حتى
fact-term = الفصل
fact-credits = الساعات المعتمدة
fact-licence = رقم الترخيص
fact-valid-until = تسري حتى
fact-valid-for = مدة السريان
fact-level = المستوى
fact-takes = تستغرق نحو
fact-field = مجال الدراسة
fact-specialization = التخصص
fact-code = الرمز
fact-version = الإصدار
fact-language = اللغة
fact-one-of = واحد من
fact-least = الأدنى
fact-most = الأعلى
fact-required = المطلوب
fact-part-of = جزء من
fact-registered = مسجّلة باسم
span-years = { $count ->
    [one] سنة واحدة
    [two] سنتان
    [few] { $count } سنوات
   *[other] { $count } سنة
}
span-months = { $count ->
    [one] شهر واحد
    [two] شهران
    [few] { $count } أشهر
   *[other] { $count } شهرًا
}
span-weeks = { $count ->
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $count } أسابيع
   *[other] { $count } أسبوعًا
}
span-days = { $count ->
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
   *[other] { $count } يومًا
}
span-hours = { $count ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
   *[other] { $count } ساعة
}
span-minutes = { $count ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
   *[other] { $count } دقيقة
}
scale-range = على مقياس من { $min } إلى { $max }
scale-most = من { $max } على الأكثر
scale-least = من { $min } على الأقل
scale-required = المطلوب { $value }
result-reported = مُسجّلة
result-unnamed = نتيجة
result-status-Completed = مكتمل
result-status-Enrolled = مسجّل
result-status-Failed = لم ينجح
result-status-InProgress = قيد التنفيذ
result-status-OnHold = متوقف مؤقتًا
result-status-Provisional = مؤقت
result-status-Withdrew = انسحب

## Kinds of achievements (Open Badges 3.0, AchievementType)

type-Achievement = إنجاز
type-ApprenticeshipCertificate = شهادة تدريب مهني
type-Assessment = تقييم
type-Assignment = مهمة
type-AssociateDegree = درجة الزمالة
type-Award = جائزة
type-Badge = شارة
type-BachelorDegree = درجة البكالوريوس
type-Certificate = شهادة
type-CertificateOfCompletion = شهادة إتمام
type-Certification = اعتماد مهني
type-CommunityService = خدمة مجتمعية
type-Competency = كفاءة
type-Course = دورة
type-CoCurricular = نشاط مرافق للمنهج
type-Degree = درجة علمية
type-Diploma = دبلوم
type-DoctoralDegree = درجة الدكتوراه
type-Fieldwork = عمل ميداني
type-GeneralEducationDevelopment = تطوير التعليم العام
type-JourneymanCertificate = شهادة حرفي
type-LearningProgram = برنامج تعليمي
type-License = رخصة
type-Membership = عضوية
type-ProfessionalDoctorate = دكتوراه مهنية
type-QualityAssuranceCredential = اعتماد ضمان الجودة
type-MasterCertificate = شهادة معلّم حرفة
type-MasterDegree = درجة الماجستير
type-MicroCredential = اعتماد مصغّر
type-ResearchDoctorate = دكتوراه بحثية
type-SecondarySchoolDiploma = شهادة الثانوية

## The page of a badge

badge-retired = أُوقف منحها في { $date }.
badge-retired-note = لم تعد تُمنح؛ وما مُنح منها يحتفظ بقيمته.
badge-by = تمنحها
badge-awarded = مُنحت
badge-times = { $count ->
    [one] مرة واحدة
    [two] مرتين
    [few] { $count } مرات
   *[other] { $count } مرة
}
badge-first = أول مرة
badge-latest = آخر مرة
badge-criteria = كيف تُكتسب
badge-results = ما الذي يُقاس
badge-points = { $points } نقطة
badge-awards = المُنَح
badge-none = لم يكتسبها أحد بعد. سيكون أحدهم الأول.
badge-related = شارات ذات صلة
badge-machines = للآلات
badge-source = التعريف في المستودع
card-retired = أُوقف منحها
card-never = لم تُمنح بعد
card-times = { $count ->
    [one] مُنحت مرة واحدة
    [two] مُنحت مرتين
    [few] مُنحت { $count } مرات
   *[other] مُنحت { $count } مرة
}
card-unnamed = مستلم لم يُذكر اسمه
card-who-when = { $who }، { $when }
pager-label = صفحات هذه القائمة
pager-previous = السابق
pager-next = التالي
pager-where = الصفحة { $number } من { $of }

## Issuers

issuer-about = تمنح { $issuer } شارات على { $site }.
issuers-about = الجهات التي تمنح شارات { $site }.
issuer-kicker = جهة مانحة
issuer-badges = الشارات
issuer-none = لا توجد شارات بعد.
issuer-trust = لماذا نصدّق أنها هي
issuer-vouches = من يتحكم في { $domain } يضمن هذه الجهة: فمفاتيحها منشورة هناك، وكل منحة موقّعة بأحدها.
issuer-did = DID
issuer-since = تمنح منذ
issuer-awards = عدد المُنَح
issuer-record = كل قرار مسجّل في
issuer-keys = المفاتيح
issuer-machines = للآلات
key-compromised = مخترق منذ { $date }؛ ولا يُعتد بما وُقّع بعده
key-retired = وقّع حتى { $date }
key-future = يوقّع من { $date }
key-current = يوقّع منذ { $date }
key-today = يوقّع اليوم
list-counts = { $badges }، { $awards }

## People

people-about = أشخاص وافقوا على ذكر أسمائهم في { $site }.
people-lead = وافقوا على ذكر أسمائهم هنا. وهناك آخرون اكتسبوا شارات وآثروا عدم الظهور.
people-none = لا أحد بعد.
person-about = الشارات التي اكتسبها { $person } في { $site }.
person-since = { $badges } منذ { $date }
person-awards = المُنَح
person-none = لا مُنَح بعد.

## Skills

skills-about = المهارات التي تثبتها شارات { $site }.
skills-none = لا توجد شارة تذكر مهارة بعد.
skill-about = شارات { $site } التي تثبت «{ $skill }».
skill-kicker = مهارة
skill-unproved = لم يثبتها أحد هنا بعد.
skill-proved = { $count ->
    [one] أُثبتت مرة واحدة بإحدى هذه الشارات.
    [two] أُثبتت مرتين بهذه الشارات.
    [few] أُثبتت { $count } مرات بهذه الشارات.
   *[other] أُثبتت { $count } مرة بهذه الشارات.
}
skill-badges = الشارات التي تثبتها
skill-people = من أثبتها مؤخرًا
skill-never = لم تُمنح بعد
skill-times = { $count ->
    [one] مُنحت مرة واحدة
    [two] مُنحت مرتين
    [few] مُنحت { $count } مرات
   *[other] مُنحت { $count } مرة
}

## An award that was erased

erased-title = منحة جرى محوها
erased-about = جرى محو هذه المنحة. لا يُحفظ شيء عنها هنا.
erased-verdict = جرى محو هذه المنحة في { $date }. لا يُحفظ هنا شيء عنها أو عن مستلمها.
erased-why = يحق للأشخاص طلب إزالة ما يخصهم. ويبقى العنوان حتى لا يدل أبدًا على شيء آخر.
erased-badges = اعرض الشارات

## An address that is not there

missing-title = الصفحة غير موجودة
missing-about = لا توجد صفحة في هذا العنوان.
missing-heading = لا توجد صفحة هنا
missing-lead = عناوين المُنَح لا تتغير أبدًا. إن أعطاك أحدهم هذا العنوان فربما نقص منه شيء: ينتهي عنوان المنحة بعشرين حرفًا ورقمًا.
missing-all = اعرض كل الشارات
missing-perhaps = ربما إحدى هذه؟

## The gallery

gallery-title = الشارات، الصفحة { $page }
hero-badges = { $count ->
    [one] { $number } شارة
    [two] { $number } شارتان
    [few] { $number } شارات
   *[other] { $number } شارة
}
hero-issuers = { $count ->
    [one] { $number } جهة مانحة
    [two] { $number } جهتان مانحتان
    [few] { $number } جهات مانحة
   *[other] { $number } جهة مانحة
}
hero-awards = { $count ->
    [one] { $number } منحة، موقّعة ومتحقق منها
    [two] { $number } منحتان، موقّعتان ومتحقق منهما
    [few] { $number } مُنَح، كل منها موقّعة ومتحقق منها
   *[other] { $number } منحة، كل منها موقّعة ومتحقق منها
}
gallery-badges = الشارات
gallery-none = لا توجد شارات بعد. أول شارة ملف واحد في { $folder }.
gallery-latest = أحدث الشارات الممنوحة

## The feed

feed-title = مُنحت { $badge }
feed-summary = منحتها { $issuer } في { $date }.

## The gallery and its search

search-title = ابحث في المعرض
search-label = ماذا تريد أن تتعلم، أو عمّن تبحث؟
search-go = بحث
search-any = الكل
search-type = النوع
search-level = المستوى
search-skill = المهارة
search-issuer = الجهة المانحة
search-year = سنة المنح
search-clear = امسح الكل
browse-title = تصفّح
shelves-types = الأنواع
shelves-years = السنوات
how-title = كيف يعمل التحقق
card-latest = الأحدث:


## Judging credentials: questions, outcomes and verdicts

award-ask = هل هو هذا الشخص؟
award-ask-label = البريد الإلكتروني أو عنوان الملف الشخصي
award-ask-note = تجري المقارنة هنا في متصفحك، ولا يُرسَل شيء إلى أحد.
award-ask-button = قارن
judge-again = افحص مجددًا
judge-built = ما فُحص عند بناء الصفحة
judge-evidence = الأدلة
judge-now = فُحص في متصفحك في { $v0 }
judge-now-card = جرى التحقق في متصفحك في الساعة { $v0 }.
judge-page = هذه الصفحة
judge-document = المستند
judge-issuer = الجهة المانحة والمفتاح
judge-proof = التوقيع على النص (eddsa-jcs-2022)
judge-status = الإلغاء
judge-dates = التواريخ
judge-definition = تعريف الشارة
judge-recipient = المستلم
judge-passed = ناجح
judge-attention = ملاحظة
judge-failed = فاشل
judge-unknown = لم يُفحص
judge-absent = غير موجود
judge-valid = صالح.
judge-expiring = صالح، وينتهي في { $v0 }.
judge-not-yet-valid = غير صالح قبل { $v0 }.
judge-expired = انتهى في { $v0 }.
judge-suspended = معلّق.
judge-revoked = مُلغى.
judge-invalid = غير أصلي.
judge-unchecked = تعذّر الفحص.
judge-altered = هذه الصفحة ليست ما جرى توقيعه.
judge-stamp-not-yet-valid = لم يصبح صالحًا بعد
judge-stamp-expired = منتهٍ
judge-stamp-suspended = معلّق
judge-stamp-revoked = مُلغى
judge-stamp-invalid = غير أصلي
judge-stamp-unchecked = لم يُفحص

## Cards for link previews

card-awarded-to = مُنح إلى

nav-verify = تحقق من شارة

## The gallery, its search, and plain pages that do the same

gallery-empty = لا توجد شارات هنا بعد. الأشياء الجميلة تحتاج إلى وقت.
search-open = متاحة للكسب
search-open-yes = متاحة للكسب
search-open-no = متوقفة
search-found = { $count ->
    [0] لم يُعثر على شيء.
   *[other] عدد النتائج: { $count }.
}
search-loading = جارٍ البحث …
search-failed = تعذّر تحميل البحث. كل شيء موجود أدناه أيضًا.
search-none = لا شيء يطابق كل ذلك. جرّب كلمة أقصر أو أزل أحد المرشّحات.
search-more = اعرض المزيد
shelves-empty = لم يُمنح شيء بعد. المرة الأولى تستحق الاحتفال.
shelf-type = { $count ->
    [0] شارات من هذا النوع. لم يُمنح أي منها بعد.
   *[other] شارات من هذا النوع، عدد مرات منحها حتى الآن: { $count }.
}
shelf-year = عدد ما مُنح من هذه الشارات في هذه السنة: { $count }.
shelf-other-types = أنواع أخرى
shelf-other-years = سنوات أخرى

## Persons, and addresses that are not there

person-cv = رابط واحد للسيرة الذاتية
person-cv-said = هذا العنوان باقٍ. من يتبعه يرى كل شارة كما هي في ذلك اليوم.
person-consent = وافق على ذكر الاسم:
missing-report = أبلغ عن الرابط المعطّل
missing-report-title = رابط لا يؤدي إلى شيء
missing-report-body = الرابط، وأين وُجد:
moved-lead = لهذه الصفحة عنوان آخر الآن.
moved-go = انتقل إلى { $name }

## Who decided, and what became of an award

badge-awarding = { $count ->
    [one] يوافق على كل منح واحد من هؤلاء:
   *[other] عدد من يوافق على كل منح من هؤلاء { $count }:
}
badge-awarding-never = لا يوافق أحد على ما طلبه بنفسه أو ما سيناله.
assertion-nominated = رشّحه
assertion-reviewed = وافق عليه
assertion-request = حيث تقرّر ذلك
award-superseded-by = صُحّحت هذه الشارة: حلّت محلها أخرى.
award-see-new = انظر الشارة المصحّحة
award-supersedes = هذه الشارة تصحّح شارة سابقة.
award-see-old = انظر الشارة السابقة
award-others-dcc = أعطِ الملف credential.json لأداة VerifierPlus من Digital Credentials Consortium: تتحقق من التوقيع الأول وقائمة الحالة، ولا تعرف شيئًا عن هذا الموقع.
award-others-1edtech = أعطِ الملف credential.json لأداة التحقق العامة من 1EdTech، القائمين على Open Badges: تتحقق من الشكل والتوقيع الأول والحالة.
award-desk = تحقق من هذه الشارة وغيرها في مكتب هذا الموقع
