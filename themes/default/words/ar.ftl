### The words of the theme, in Arabic. One section for each page.
###
### A repository changes or adds messages in templates/words/<language>.ftl. How to write them:
### https://projectfluent.org/fluent/guide/

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
# $date is when the site was built, $program what built it.
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
award-about = { $verdict } { $badge }، مُنحت إلى { $recipient } من { $issuer } في { $date }؛ وجرى التحقق في { $checked }.
award-sentence = { $badge }، مُنحت إلى { $recipient } من { $issuer } في { $date }؛ { $checked }.
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
changed-other = تفاصيل أخرى
criteria-more = المزيد عن المعايير
award-narrative = كيف اكتُسبت
award-evidence = الأدلة
award-review = من قرر
evidence-unnamed = دليل
evidence-audience = موجّه إلى { $audience }
award-skills = المهارات
award-check = تحقق بنفسك
award-built = هذا ما جرى التحقق منه عند إنشاء الصفحة في { $date }. لم يُكتب شيء منه يدويًا.
award-meaning = تتحقق هذه الصفحة في متصفحك من أحد التوقيعين، وهو التوقيع على النص (⁨eddsa-jcs-2022⁩). أما الآخر، وهو التوقيع على المعنى (⁨eddsa-rdfc-2022⁩)، فقد جرى التحقق منه عند بناء الصفحة؛ ويعيد التحقق منه كل من { $desk } و{ $command }.
award-meaning-desk = مكتب هذا الموقع
award-doubt = لست مضطرًا إلى تصديق هذه الصفحة. نزّل الاعتماد وأعطه لأي أداة تحقق تدعم Open Badges 3.0، أو شغّل { $command } على جهازك.
check-document = المستند
check-issuer = الجهة المانحة والمفتاح
check-proof-rdfc = التوقيع على المعنى (⁨eddsa-rdfc-2022⁩)
check-proof-jcs = التوقيع على النص (⁨eddsa-jcs-2022⁩)
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
award-ask = هل هو هذا الشخص؟
award-ask-label = البريد الإلكتروني أو عنوان الملف الشخصي
award-ask-note = تجري المقارنة هنا في متصفحك، ولا يُرسَل شيء إلى أحد.
award-ask-button = قارن
award-issuer = من منحها
award-vouches = من يتحكم في { $domain } يضمن هذه الجهة: فقد وُقّع بمفتاح منشور هناك.
award-history = السجل
history-nominated = رُشّحت
history-awarded = مُنحت
history-signed = وُقّعت وقُيّدت في سجل الجهة المانحة
history-revoked = أُلغيت
history-reinstated = أُعيد تفعيلها
history-renewed = جُدّدت
history-resealed = أُعيد توقيعها دون تغيير
history-corrected = حلّت محلها شارة أخرى
history-entry = { $what }: { $reason }
award-file = الملف الموقّع في المستودع
award-report = أبلغ عن خطأ
report-title = خطأ في المنحة { $id }
report-body = ما الخطأ:
award-id = المنحة { $id }
paper-checked = { $verdict } جرى التحقق في { $date }.
paper-printed = طُبعت في { $date }.
# $url is the address of the award's page.
paper-more = بقية هذا في الصفحة: { $url }
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
    [zero] { $count } سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $count } سنوات
    [many] { $count } سنة
   *[other] { $count } سنة
}
span-months = { $count ->
    [zero] { $count } شهر
    [one] شهر واحد
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
}
span-weeks = { $count ->
    [zero] { $count } أسبوع
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $count } أسابيع
    [many] { $count } أسبوعًا
   *[other] { $count } أسبوع
}
span-days = { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
span-hours = { $count ->
    [zero] { $count } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
span-minutes = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
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
    [zero] لم تُمنح بعد
    [one] مرة واحدة
    [two] مرتين
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}
badge-first = أول مرة
badge-latest = آخر مرة
badge-criteria = كيف تُكتسب
badge-results = ما الذي يُقاس
badge-points = النقاط: { $points }
badge-awards = المُنَح
badge-none = لم يكتسبها أحد بعد. لا بد أن يكون أحدهم الأول.
badge-related = شارات ذات صلة
badge-machines = للآلات
badge-source = التعريف في المستودع
card-retired = أُوقف منحها
card-never = لم تُمنح بعد
card-times = { $count ->
    [zero] لم تُمنح بعد
    [one] مُنحت مرة واحدة
    [two] مُنحت مرتين
    [few] مُنحت { $count } مرات
    [many] مُنحت { $count } مرة
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
skill-unproved = لم يثبتها أحد هنا بعد.
skill-proved = { $count ->
    [zero] لم يثبتها أحد هنا بعد.
    [one] أُثبتت مرة واحدة بإحدى هذه الشارات.
    [two] أُثبتت مرتين بهذه الشارات.
    [few] أُثبتت { $count } مرات بهذه الشارات.
    [many] أُثبتت { $count } مرة بهذه الشارات.
   *[other] أُثبتت { $count } مرة بهذه الشارات.
}
skill-badges = الشارات التي تثبتها
skill-people = من أثبتها مؤخرًا
skill-never = لم تُمنح بعد
skill-times = { $count ->
    [zero] لم تُمنح بعد
    [one] مُنحت مرة واحدة
    [two] مُنحت مرتين
    [few] مُنحت { $count } مرات
    [many] مُنحت { $count } مرة
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
    [zero] لا شارات
    [one] شارة واحدة
    [two] شارتان
    [few] { $number } شارات
    [many] { $number } شارة
   *[other] { $number } شارة
}
hero-issuers = { $count ->
    [zero] لا جهات مانحة
    [one] جهة مانحة واحدة
    [two] جهتان مانحتان
    [few] { $number } جهات مانحة
    [many] { $number } جهة مانحة
   *[other] { $number } جهة مانحة
}
hero-awards = { $count ->
    [zero] لا مُنَح بعد
    [one] منحة واحدة، موقّعة ومتحقَّق منها
    [two] منحتان، موقّعتان ومتحقَّق منهما
    [few] { $number } مُنَح، كلٌّ منها موقّعة ومتحقَّق منها
    [many] { $number } منحة، كلٌّ منها موقّعة ومتحقَّق منها
   *[other] { $number } منحة، كلٌّ منها موقّعة ومتحقَّق منها
}
gallery-badges = الشارات
gallery-none = لا توجد شارات بعد. أول شارة ملف واحد في { $folder }.
gallery-latest = أحدث الشارات الممنوحة

## The feed

feed-title = مُنحت { $badge }
feed-summary = منحتها { $issuer } في { $date }.

## The gallery, its search, and plain pages that do the same

gallery-empty = لا توجد شارات هنا بعد. الأشياء الجميلة تحتاج إلى وقت.
search-title = ابحث في المعرض
search-label = ماذا تريد أن تتعلم، أو عمّن تبحث؟
search-go = بحث
search-filters = عوامل التصفية
search-any = الكل
search-type = النوع
search-level = المستوى
search-skill = المهارة
search-issuer = الجهة المانحة
search-year = سنة المنح
search-open = متاحة للكسب
search-open-yes = متاحة للكسب
search-open-no = متوقفة
search-clear = امسح الكل
search-found = { $count ->
    [zero] لم يُعثر على شيء.
    [one] عُثر على نتيجة واحدة.
    [two] عُثر على نتيجتين.
    [few] عُثر على { $count } نتائج.
    [many] عُثر على { $count } نتيجة.
   *[other] عُثر على { $count } نتيجة.
}
search-loading = جارٍ البحث …
search-failed = تعذّر تحميل البحث. كل شيء موجود أدناه أيضًا.
search-none = لا شيء يطابق كل ذلك. جرّب كلمة أقصر أو أزل أحد المرشّحات.
search-more = اعرض المزيد
browse-title = تصفّح
shelves-types = الأنواع
shelves-years = السنوات
shelves-empty = لم يُمنح شيء بعد. المرة الأولى تستحق الاحتفال.
shelf-type = { $count ->
    [zero] شارات من هذا النوع. لم يُمنح أيٌّ منها بعد.
    [one] شارات من هذا النوع، مُنحت مرة واحدة حتى الآن.
    [two] شارات من هذا النوع، مُنحت مرتين حتى الآن.
    [few] شارات من هذا النوع، مُنحت { $count } مرات حتى الآن.
    [many] شارات من هذا النوع، مُنحت { $count } مرة حتى الآن.
   *[other] شارات من هذا النوع، مُنحت { $count } مرة حتى الآن.
}
shelf-year = { $count ->
    [zero] لم تُمنح أيٌّ من هذه الشارات في هذه السنة.
    [one] مُنحت شارة واحدة في هذه السنة.
    [two] مُنحت هذه الشارات مرتين في هذه السنة.
    [few] مُنحت هذه الشارات { $count } مرات في هذه السنة.
    [many] مُنحت هذه الشارات { $count } مرة في هذه السنة.
   *[other] مُنحت هذه الشارات { $count } مرة في هذه السنة.
}
shelf-other-types = أنواع أخرى
shelf-other-years = سنوات أخرى

## Somebody's page

person-cv = رابط واحد للسيرة الذاتية
person-cv-said = هذا العنوان باقٍ. من يتبعه يرى كل شارة كما هي في ذلك اليوم.
person-consent = وافق على ذكر الاسم:

## How verification works

how-title = كيف يعمل التحقق
how-lead = { $count ->
    [zero] يُتحقق من كل منحة في هذا الموقع عند إنشاء الصفحات، ثم مرة أخرى في متصفحك أنت. وهذا ما يعنيه ذلك.
    [one] جرى التحقق من المنحة في هذا الموقع عند إنشاء الصفحة، ويجري التحقق منها مرة أخرى في متصفحك أنت. وهذا ما يعنيه ذلك.
    [two] جرى التحقق من المنحتين في هذا الموقع عند إنشاء الصفحات، ويجري التحقق من كل منهما مرة أخرى في متصفحك أنت. وهذا ما يعنيه ذلك.
    [few] جرى التحقق من المُنَح في هذا الموقع، وعددها { $count }، عند إنشاء الصفحات، ويجري التحقق من كل منها مرة أخرى في متصفحك أنت. وهذا ما يعنيه ذلك.
    [many] جرى التحقق من المُنَح في هذا الموقع، وعددها { $count }، عند إنشاء الصفحات، ويجري التحقق من كل منها مرة أخرى في متصفحك أنت. وهذا ما يعنيه ذلك.
   *[other] جرى التحقق من المُنَح في هذا الموقع، وعددها { $count }، عند إنشاء الصفحات، ويجري التحقق من كل منها مرة أخرى في متصفحك أنت. وهذا ما يعنيه ذلك.
}
how-checked = ما الذي يُتحقق منه
how-checked-1 = لم يتغير شيء: تحمل المنحة توقيعين رقميين على كل كلمة فيها. ولو اختلف حرف واحد لما صحّا.
how-checked-2 = صدرت عمّن تذكره: المفتاح الذي وقّعها من المفاتيح التي تنشرها الجهة المانحة تحت { $domain }، وكان مسموحًا له بالتوقيع في ذلك اليوم.
how-checked-3 = لم تُسحب: تحتفظ الجهة المانحة بقائمة موقّعة بالمُنَح الملغاة، وتُقرأ القائمة ويُتحقق من توقيعها هي أيضًا.
how-checked-4 = هي في وقتها: حلّ التاريخ الذي تسري منه، ولم يحل التاريخ الذي تنتهي فيه.
how-checked-5 = تقول الصفحة ما وُقّع: يقارن متصفحك الكلمات التي تراها بالكلمات الموقّعة.
how-means = ما الذي تعنيه النتيجة الخضراء
how-means-1 = من يتحكم في { $domain } أصدر هذه المنحة بعينها، وما زال يقف وراءها.
how-means-2 = «تعذّر التحقق منها» جواب قائم بذاته، ولا يكون أخضر أبدًا: ربما كان متصفحك غير متصل بالشبكة أو قديمًا جدًا.
how-not = ما الذي لا تعنيه
how-not-1 = لا تقول إن الجهة المانحة حكيمة أو معروفة. انظر من هي، وما الذي تطلبه.
how-not-2 = لا تقول إن الشخص الذي أمامك هو المستلم. يمكنك في صفحة المنحة أن تقارن بريدًا إلكترونيًا أو عنوان ملف شخصي بما وُقّع؛ ولا يغادر متصفحك شيء مما تكتبه.
how-not-3 = لا تقول إن الأدلة المرتبطة ما زالت موجودة. فهي ملك لآخرين.
how-not-4 = لا تثبت نسخة من هذه الصفحة في موقع آخر شيئًا. انظر إلى العنوان: يجب أن يبدأ بـ { $domain }.
how-yourself = ما يستطيعه أي شخص من دوننا
how-yourself-1 = نزّل الاعتماد من صفحة المنحة. إنه مستند Open Badges 3.0 موقّع بطريقتي ⁨eddsa-rdfc-2022⁩ و ⁨eddsa-jcs-2022⁩ من W3C.
how-yourself-2 = أعطه لأي أداة تحقق تعرف Open Badges 3.0، أو تحقق منه على جهازك:
how-source = ما يشغّله متصفحك للتحقق من منحة مكتوب ليُقرأ: هذا هو { $source } مع شروح.
how-source-link = المصدر
how-problem = حين يكون هناك خطأ
how-problem-1 = في صفحة كل منحة رابط للإبلاغ عن خطأ. والمنحة التي تبيّن خطؤها تُلغى مع ذكر التاريخ والسبب، وتبقى صفحتها وتقول ذلك.
card-latest = الأحدث:
missing-report = أبلغ عن الرابط المعطّل
missing-report-title = رابط لا يؤدي إلى شيء
missing-report-body = الرابط، وأين وُجد:


## Judging credentials: the sentences of `accolade verify`, of award pages and of their script


# What is asked.
judge-page = هذه الصفحة
judge-document = المستند
judge-issuer = الجهة المانحة والمفتاح
judge-proof = التوقيع على النص (⁨eddsa-jcs-2022⁩)
judge-status = الإلغاء
judge-dates = التواريخ
judge-definition = تعريف الشارة
judge-recipient = المستلم
# What was found.
judge-passed = اجتاز
judge-attention = ملاحظة
judge-failed = لم يجتز
judge-unknown = لم يُتحقق منه
judge-absent = غير موجود

# The sentence on top.
judge-valid = سارية.
judge-expiring = سارية، وتنتهي في { $v0 }.
judge-not-yet-valid = لا تسري قبل { $v0 }.
judge-expired = انتهت صلاحيتها في { $v0 }.
judge-suspended = معلّقة.
judge-revoked = ملغاة.
judge-invalid = غير أصلية.
judge-unchecked = تعذّر التحقق منها.
judge-altered = هذه الصفحة ليست ما وُقّع.
judge-stamp-not-yet-valid = لم تسرِ بعد
judge-stamp-expired = منتهية الصلاحية
judge-stamp-suspended = معلّقة
judge-stamp-revoked = ملغاة
judge-stamp-invalid = غير أصلية
judge-stamp-unchecked = لم يُتحقق منها

# The desk.
judge-now = تحقق متصفحك منها في { $v0 }
judge-now-card = تحقق متصفحك منها في الساعة { $v0 }.
judge-working = يتحقق متصفحك الآن …
judge-intro = تحقق متصفحك من هذا بنفسه في { $v0 } عند { $v1 }، بما ينشره { $v2 } الآن. لم يُقرَّر شيء منه مسبقًا.
judge-again = تحقق مجددًا
judge-built = ما جرى التحقق منه عند إنشاء الصفحة
judge-built-still = تعذّر التحقق الآن: { $v0 }.
judge-built-said = { $v0 }. عند إنشاء الصفحة في { $v1 } قالت: { $v2 }
judge-paper = { $v0 } جرى التحقق في { $v1 } UTC.
judge-evidence = الأدلة
judge-framed = ترى هذه الصفحة داخل صفحة أخرى، وقد تحجب ما تراه أو تغيّره.
judge-alone = افتحها وحدها لتتأكد
judge-original = انتقل إلى الأصل

# This page.
judge-page-same = كل ما تقوله الصفحة عن هذه المنحة هو ما وُقّع
judge-page-named = تقول الصفحة ما وُقّع، وتزيد أمرًا واحدًا: أن المستلم هو «{ $v0 }». هذا الاسم يضمنه الموقع لا التوقيع
judge-page-other = تقول الصفحة «{ $v0 }»، وليس هذا ما وُقّع
judge-page-lacks = تُغفل الصفحة شيئًا مما وُقّع: { $v0 }
judge-page-close = تصوغ الصفحة «{ $v0 }» بطريقة تعذّرت مقارنتها بما وُقّع
judge-page-file = فُتحت هذه الصفحة من ملف، والمتصفحات لا تسمح لصفحة كهذه بقراءة الملفات المجاورة لها. وهي تقول ما كان صحيحًا عند إنشائها، لا ما جرى بعد ذلك
judge-page-copy = هذه نسخة في { $v0 }. وُقّعت المنحة لأجل { $v1 }، وذلك الموقع وحده يعرف قيمتها الآن
judge-page-former = تقول الصفحة ما وُقّع حين كان هذا الموقع في { $v0 }
judge-page-preview = هذه معاينة يعرضها هذا الحاسوب، وتقول ما وُقّع. أما ما يُعتد به عند الآخرين فهو { $v0 }
judge-page-moved = هذه صفحة منحة أخرى غير التي وُقّعت: `{ $v0 }`

# Reading a document.
judge-offline = متصفحك غير متصل بالشبكة
judge-unreachable = لم يُجب { $v0 }
judge-answered = أجاب { $v0 } بالخطأ { $v1 }
judge-redirected = يحيل { $v0 } إلى مكان آخر
judge-elsewhere = يوجد في `{ $v0 }`، وهذه الصفحة لا تسأل إلا موقعها
judge-not-json = ما يوجد هناك ليس JSON
judge-not-utf8 = ما يوجد هناك ليس نصًا
judge-twice = يتكرر اسم مرتين في كائن واحد
judge-deep = تداخله أعمق من 64 مستوى
judge-old-browser = لا يستطيع هذا المتصفح التحقق من توقيعات Ed25519؛ ويستطيع ذلك متصفح أحدث
judge-no-crypto = لا تتحقق المتصفحات من التوقيعات إلا في صفحات وصلت عبر HTTPS
judge-copy = أُخذت من هذه النسخة، وقد يكون القائم عليها غيّرها

# Document.
judge-words-unread = كلمات هذه الصفحة لم تُحمَّل، أو ليست التي أُنشئت بها
judge-document-unread = تعذّرت قراءة الاعتماد الموقّع: { $v0 }
judge-document-bad = المستند ليس كما يجب أن يكون: { $v0 }
judge-document-good = المستند اعتماد Open Badges 3.0
judge-document-endorsed = المستند اعتماد Open Badges 3.0؛ ولم يُتحقق من التزكيات التي يحملها
judge-document-older = المستند غير مفهوم: هو بالصيغة الأقدم Verifiable Credentials 1.1
judge-no-object = ليس كائن JSON
judge-no-type = `type` فيه ليس `{ $v0 }`
judge-no-context = `@context` فيه ليس كما يجب أن يكون
judge-lacks = ليس فيه `{ $v0 }`
judge-no-address = `{ $v0 }` ليس عنوانًا كاملًا
judge-wrong-type = `type` في `{ $v0 }` ليس `{ $v1 }`

# Issuer.
judge-issuer-good = الجهة المانحة `{ $v0 }` معروفة، والمفتاح أحد مفاتيحها
judge-issuer-unknown = مفاتيح الجهة المانحة `{ $v0 }` غير معروفة: { $v1 }
judge-issuer-none = لا يمكن سؤال الجهة المانحة: لا يسمّيها المستند
judge-key-foreign = المفتاح `{ $v0 }` لا يخص الجهة المانحة `{ $v1 }`
judge-key-unlisted = الجهة المانحة `{ $v0 }` لا تذكر المفتاح `{ $v1 }`
judge-key-undated = يُسمح للمفتاح { $v0 } بالتوقيع مدة محدودة، ولا يذكر التوقيع متى أُجري
judge-key-compromised = لم يعد المفتاح { $v0 } آمنًا حين وُقّع هذا: يُعد مخترقًا منذ { $v1 }
judge-key-ended = انتهى المفتاح { $v0 } في { $v1 }، قبل أن يُوقَّع هذا
judge-key-later-compromised = تذكر الجهة المانحة المفتاح { $v0 }؛ وهو يُعد مخترقًا منذ { $v1 }، وقد وُقّع هذا قبل ذلك
judge-key-later-ended = تذكر الجهة المانحة المفتاح { $v0 }، وقد وقّع هذا في وقته وأُوقف في { $v1 }
judge-did-other = مستند DID عن `{ $v0 }` لا عن `{ $v1 }`
judge-did-no-id = ليس في مستند DID أي `id`
judge-did-no-array = `{ $v0 }` في مستند DID ليس قائمة
judge-did-more = `{ $v0 }` في مستند DID يحوي أكثر مما يجوز
judge-did-twice = يذكر مستند DID ‏`{ $v0 }` مرتين
judge-did-foreign = المفتاح `{ $v0 }` لا يخص `{ $v1 }`
judge-did-controller = للمفتاح `{ $v0 }` متحكم آخر غير `{ $v1 }`
judge-did-key = لا يمكن استخدام المفتاح `{ $v0 }`: ليس مفتاح Ed25519
judge-did-weak = لا يمكن استخدام المفتاح `{ $v0 }`: رتبته صغيرة، وكل شيء يصح معه
judge-did-date = `{ $v0 }` في `{ $v1 }` ليس تاريخًا ووقتًا
judge-did-web = `{ $v0 }` ليس did:web

# Proof.
judge-proof-flawed = توقيع { $v0 } { $v1 }
judge-proof-none = لا يحمل المستند أي توقيع
judge-proof-set = لا يحمل المستند توقيع ⁨eddsa-rdfc-2022⁩ ثم توقيع ⁨eddsa-jcs-2022⁩ فقط، كما تحملهما كل مستندات هذه الجهة
judge-proof-changed = غُيّر شيء بعد التوقيع، أو وُقّع بمفتاح آخر
judge-proof-context = في المستند سياقات لا يشملها
judge-proof-expired = انتهى في { $v0 }
judge-proof-no-key = لا يوجد مفتاح للجهة المانحة للتحقق منه
judge-proof-lacks = ليس فيه `{ $v0 }`
judge-proof-text = فيه `{ $v0 }` ليس نصًا
judge-proof-purpose = لغرض `{ $v0 }` لا `assertionMethod`
judge-proof-date = فيه `{ $v0 }` غير صحيح: `{ $v1 }` ليس تاريخًا ووقتًا مع منطقة زمنية، مثل 2026-05-04T18:30:00Z
judge-proof-value = فيه `proofValue` ليس `z` يليه 64 بايتًا بترميز base58
judge-proof-occasion = أُجري لمناسبة واحدة: فيه `{ $v0 }`
judge-proof-member = فيه عنصر `{ $v0 }` غير متوقع

# Status.
judge-status-none = لا تذكر قائمة حالة، فلا يمكن إلغاؤها
judge-status-unread = لا يمكن فهم حالتها: `credentialStatus` ليس كما يجب أن يكون
judge-status-kind = حالتها من النوع `{ $v0 }`، وهو غير مفهوم هنا
judge-status-clear = ليست ملغاة: قائمة حالتها أصلية وليس فيها شيء ضدها
judge-status-revoked = هي ملغاة: البند الخاص بها في قائمة الحالة مفعّل
judge-status-suspended = هي معلّقة: البند الخاص بها في قائمة الحالة مفعّل
judge-status-missing = قائمة حالتها `{ $v0 }` غير متاحة: { $v1 }
judge-status-list = قائمة حالتها `{ $v0 }` { $v1 }
judge-status-by = قائمة حالتها صادرة عن جهة أخرى، `{ $v0 }`، ولا شيء يقول إن ذلك جائز
judge-status-purpose = قائمة حالتها لغرض `{ $v0 }` لا `{ $v1 }`
judge-status-short = ليس في قائمة حالتها بند { $v0 }
judge-list-other = تقول إنها `{ $v0 }`
judge-list-type = ليست من النوع `BitstringStatusListCredential`
judge-list-lacks = ليس فيها `{ $v0 }`
judge-list-encoding = لا يمكن قراءتها: ليست gzip بترميز base64url، أو هي تالفة
judge-list-long = لا يمكن قراءتها: هي أطول من 16 MiB
judge-list-bits = لا يمكن قراءتها: عدد بتاتها { $v0 }، وهو أقل من 131,072 التي يطلبها المعيار
judge-list-untrusted = لا يمكن الوثوق بها: { $v0 }
judge-list-unused = لا يمكن استخدامها: { $v0 }

# Dates.
judge-dates-bad = لا يمكن فهم التواريخ: { $v0 }
judge-dates-order = `validUntil` قبل `validFrom`
judge-dates-stamp = `{ $v0 }` ليس تاريخًا ووقتًا مع منطقة زمنية
judge-dates-expired = انتهت صلاحيتها في { $v0 }
judge-dates-begins = تبدأ في { $v0 }
judge-dates-within = تسري من { $v0 } حتى { $v1 }
judge-dates-soon = تسري من { $v0 } حتى { $v1 }، وهو قريب
judge-dates-open = تسري منذ { $v0 } بلا نهاية

# Definition.
judge-definition-same = تعريف الشارة اليوم كما وُقّع
judge-definition-changed = تغيّر تعريف الشارة منذ التوقيع: { $v0 }. وتبقى المنحة على النص الموقّع
judge-definition-unread = تعذّرت قراءة تعريف الشارة كما هو اليوم: { $v0 }
judge-definition-other = ما يوجد هناك شارة أخرى

# Recipient.
judge-about-passed = متطابق: مُنحت إلى `{ $v0 }`
judge-about-failed = غير متطابق: لم تُمنح إلى `{ $v0 }`
judge-about-unknown = لا يمكن الجزم: هل هي عن `{ $v0 }` أمر مخفي وراء بصمة غير مفهومة هنا
judge-about-email = لا يمكن الجزم: مُنحت إلى عنوان بريد إلكتروني، و`{ $v0 }` ليس كذلك
judge-about-profile = لا يمكن الجزم: مُنحت إلى عنوان ملف شخصي، و`{ $v0 }` ليس كذلك
judge-about-did = لا يمكن الجزم: مُنحت إلى معرّف DID، و`{ $v0 }` ليس كذلك
judge-about-none = لا يمكن الجزم: لا شيء مما وُقّع عن صاحب الشارة يمكن مقارنته مع `{ $v0 }`
judge-about-but = لكن انتبه إلى ما في الأعلى: { $v0 }

# What the desk's script says beyond that, of any issuer's documents.
judge-proof-rdfc = التوقيع على المعنى (⁨eddsa-rdfc-2022⁩)
judge-any-number = `{ $v0 }` هو { $v1 }: لا يُكتب بصورة موحّدة في كل مكان إلا الأعداد الصحيحة الأصغر من 2^53
judge-any-alike = فيه عُقد بلا `id` لا يميّزها شيء مما تقوله: أعطِ كلًّا منها `id` أو احذف واحدة
judge-any-work = في المستند عُقد كثيرة جدًا بلا `id` متشابهة يتعذّر ترتيبها
judge-any-undefined = `{ $v0 }` لا يعرّفه أي سياق
judge-any-relative = `{ $v0 }` ليس عنوانًا كاملًا
judge-any-json-ld = ليس JSON-LD يمكن توقيعه ({ $v0 })
judge-any-stranger = المفتاح للجهة المانحة `{ $v0 }`، وهي ليست من هذا الموقع. ولا يضمن أنها من تقول إلا { $v1 }: فمن يتحكم في ذلك العنوان هو من صنع المفاتيح
judge-any-not-asked = لم يُسأل { $v0 } بعد، لأن سؤاله يخبره بأن أحدًا ينظر إلى هذه الشارة
judge-any-no-address = `{ $v0 }` ليس عنوانًا يمكن سؤاله
judge-hosted = كما يقدّمها الموقع
judge-any-hosted = إثبات Open Badges 2.0 هو ما يقدّمه هذا الموقع الآن في `{ $v0 }`
judge-any-hosted-other = يقدّم هذا الموقع الآن إثباتًا آخر في `{ $v0 }`
judge-any-hosted-gone = يقول هذا الموقع إن الإثبات `{ $v0 }` ملغى
judge-any-hosted-missing = تعذّرت مقارنة الإثبات بما يقدّمه هذا الموقع: { $v0 }
judge-any-hosted-elsewhere = هو إثبات Open Badges 2.0 من موقع آخر، `{ $v0 }`. مثل هذه الإثباتات لا تحمل توقيعًا: انظر في ذلك العنوان
judge-any-jwt = هو اعتماد بصيغة JSON Web Token ‏(VC-JWT)، ولا يُتحقق منها هنا
judge-find-png = ملف PNG تالف: مجموع تدقيق غير مطابق، أو ينتهي قبل أوانه
judge-find-svg = ملف SVG تالف: ليس XML
judge-find-doctype = يعرّف ملف SVG كيانات لا تحتاجها أي شارة: لم يُقرأ
judge-find-twice = تحمل الصورة شارتين من نوع واحد
judge-find-compressed = الاعتماد في الصورة مضغوط، وهذا ممنوع في المعيار
judge-find-unbaked = لا تحمل الصورة شارة. الهواتف وبرامج المحادثة تزيل ما بداخلها: اطلب الملف الأصلي
judge-find-large = الملف أكبر من 8 MiB
judge-find-kind = الملف ليس نصًا ولا PNG

# Words of pages' scripts.
judge-about-unread = لا يمكن الجزم: تعذّرت قراءة الاعتماد الموقّع
judge-evidence-compared = قورن بـ
judge-evidence-did-document = مستند DID
judge-evidence-hash-document = بصمة SHA-256 للمستند
judge-evidence-hash-proof = بصمة SHA-256 لإعدادات التوقيع
judge-evidence-list = قائمة الحالة
judge-evidence-index = الموضع
judge-evidence-bit = البت
judge-evidence-list-signed = وُقّعت قائمة الحالة في
judge-evidence-clock = ساعتك
judge-evidence-badge = تعريف الشارة
judge-evidence-address = العنوان

# What the command line says beyond that, of any issuer's documents.
judge-any-document = المستند اعتماد Open Badges 3.0، وكل مصطلح فيه معرَّف
judge-any-endorsement = المستند تزكية Open Badges 3.0، وكل مصطلح فيها معرَّف
judge-any-list = المستند قائمة حالة، وكل مصطلح فيها معرَّف
judge-any-not-understood = المستند غير مفهوم: { $v0 }
judge-any-older = هو بالصيغة الأقدم Verifiable Credentials 1.1
judge-any-own-context = يأتي بسياق خاص به
judge-any-context = سياقه `{ $v0 }` غير معروف هنا
judge-any-first-context = أول `@context` فيه ليس `{ $v0 }`
judge-any-second-context = ثاني `@context` فيه ليس الخاص بـ Open Badges 3.0
judge-any-no-object = `{ $v0 }` فيه ليس كائنًا
judge-any-identifiers = `credentialSubject.identifier` ليس قائمة كائنات
judge-any-not-text = `{ $v0 }` ليس نصًا
judge-any-stamp = `{ $v0 }` غير صحيح: `{ $v1 }` ليس تاريخًا ووقتًا مع منطقة زمنية، مثل 2026-05-04T18:30:00Z
judge-any-by-key = الجهة المانحة `{ $v0 }` ليست إلا مفتاحًا: ولا أحد يضمن أنها من تقول
judge-any-claimed = يدّعي أنه شارة مُنحت من هذا الموقع، ولم توقّعه أي من جهاته المانحة
judge-any-key-begins = بدأ المفتاح { $v0 } في { $v1 }، بعد أن وُقّع هذا
judge-any-keys = مستند DID الخاص بها غير متاح
judge-any-did-object = مستند DID ليس كائن JSON
judge-any-did-method = في مستند DID ‏`verificationMethod` بلا `id`
judge-any-did-no-key = `{ $v0 }` ليس did:key
judge-any-foreign = لا يُفهم هنا أي توقيع في المستند: هو من النوع `{ $v0 }`
judge-any-absent = لا يحمل المستند توقيع { $v0 }
judge-any-good = توقيع { $v0 } صحيح: وُقّع بالمفتاح { $v1 } في { $v2 }
judge-any-undated = توقيع { $v0 } صحيح: وُقّع بالمفتاح { $v1 }
judge-any-and-beside = { $v0 }؛ وتُجوهل توقيع آخر من النوع `{ $v1 }`
judge-any-and-added = { $v0 }؛ وأُضيفت سياقات إلى المستند بعد ذلك
judge-any-bad = توقيع { $v0 } غير صحيح: { $v1 }
judge-any-unchecked = تعذّر التحقق من توقيع { $v0 }: { $v1 }
judge-any-flawed = أحد تواقيع المستند { $v0 }
judge-any-proof-context = `@context` فيه ليس الذي في المستند
judge-any-proof-object = ليس كائنًا
judge-any-proof-member = فيه عنصر `{ $v0 }` ليس نصًا بسيطًا
judge-any-previous-id = فيه `previousProof` ليس `id`
judge-any-previous-gone = يستند إلى التوقيع `{ $v0 }`، وهو غير موجود
judge-any-previous-twice = يستند إلى التوقيع `{ $v0 }`، ويوجد منه اثنان
judge-any-status = لا يمكن فهم حالتها: `credentialStatus` { $v0 }
judge-any-status-object = ليس كائنًا
judge-any-status-others = يحوي شيئًا ليس كائنًا
judge-any-status-text = فيه `{ $v0 }` ليس نصًا
judge-any-status-lacks = ليس فيه `{ $v0 }`
judge-any-status-id = `id` فيه هو `id` القائمة نفسها
judge-any-status-size = فيه `statusSize` غير 1، وهذا لا يعرفه الإلغاء ولا التعليق
judge-any-status-index = فيه `statusListIndex` قيمته `{ $v0 }`، وليست عددًا
judge-any-news = ليست ملغاة؛ وقد تكون في قوائم حالتها أخبار أخرى لم تُقرأ
judge-any-revoked = أُلغيت في { $v0 }: { $v1 }
judge-any-list-nowhere = لم تُعطَ
judge-any-list-missing = مفقودة
judge-any-list-unread = لا يمكن قراءتها: { $v0 }
judge-any-list-issuer = صادرة عن `{ $v0 }` لا عن `{ $v1 }`
judge-any-list-subject = موضوعها ليس من النوع `BitstringStatusList`
judge-any-told = { $v0 }
judge-any-not-ours = ليست من الجهات المانحة في هذا المستودع
judge-any-not-here = ليست في هذا المستودع
judge-any-no-credential = ليس اعتمادًا: { $v0 }
judge-any-no-kind = ليس JSON ولا PNG ولا SVG
judge-any-array = إنه قائمة (مصفوفة JSON)، لكنها ليست قائمة اعتمادات
judge-any-not-baked = لا تحمل الصورة اعتمادًا
judge-any-token = هو JSON Web Token، وهي صيغة اعتماد غير مفهومة هنا: لا تُفهم إلا تواقيع Data Integrity
judge-any-only-address = لا يحمل إلا عنوانًا، ولا يُجلب شيء: { $v0 }
judge-any-hosted-kind = هو مستند Open Badges 2.0، لكنه ليس إثباتًا له عنوان
judge-any-hosted-other-host = هو إثبات Open Badges 2.0، وقيمته ما يقوله `{ $v0 }`: وليس ذلك هذا المستودع
judge-any-hosted-nowhere = هو إثبات Open Badges 2.0، وقيمته ما يقوله `{ $v0 }`: ولا مستودع هنا
judge-any-hosted-unreadable = لا يمكن قراءة الاعتماد الموقّع `{ $v0 }`: { $v1 }
judge-any-hosted-changed = يقول إثبات Open Badges 2.0 شيئًا غير ما وُقّع
judge-any-hosted-good = المستند إثبات Open Badges 2.0 من `{ $v0 }`، كما وُقّع

## Who decides about an award

# $count is how many have to agree. A list of accounts follows.
badge-awarding = { $count ->
    [zero] يوافق على كل منحة هؤلاء:
    [one] يوافق على كل منحة واحد من هؤلاء:
    [two] يوافق على كل منحة اثنان من هؤلاء:
    [few] يوافق على كل منحة { $count } من هؤلاء:
    [many] يوافق على كل منحة { $count } من هؤلاء:
   *[other] يوافق على كل منحة { $count } من هؤلاء:
}
badge-awarding-never = لا يوافق أحد على ما طلبه بنفسه أو ما سيناله.
# A name follows each of these two.
assertion-nominated = رشّحه
assertion-reviewed = وافق عليه
assertion-request = حيث تقرّر ذلك

## What became of an award

award-superseded-by = صُحّحت هذه الشارة: حلّت محلها أخرى.
award-see-new = انظر الشارة المصحّحة
award-supersedes = هذه الشارة تصحّح شارة سابقة.
award-see-old = انظر الشارة السابقة

## An address of before

moved-lead = لهذه الصفحة عنوان آخر الآن.
moved-go = انتقل إلى { $name }

## Cards for link previews

card-awarded-to = مُنح إلى

## The desk: /verify/

nav-verify = تحقق من شارة
desk-title = التحقق من الشارات
desk-lead = أفلت الشارات في أي مكان من هذه الصفحة، أو اخترها، أو الصق رابطًا: يكتشف متصفحك هل هي أصلية، وهل ما زالت سارية، ولمن هي.
desk-no-script = تعمل هذه الصفحة في متصفحك وحده، وتحتاج لذلك إلى JavaScript. ومن دونه يؤدي الأمر ‎“accolade verify”‎ العمل نفسه على جهازك.
desk-paste = روابط مُنَح، أو JSON، أو رسالة أو سيرة ذاتية كاملة فيها روابط
desk-check = تحقق
desk-files = اختر ملفات
desk-folder = اختر مجلدًا
desk-local = ملفات موقّعة ‎(.json)‎، وصور تحمل شارة ‎(.png, .svg)‎، ونصوص. لا يغادر شيء منها جهازك؛ أما مفاتيح الشارات وقوائمها فتُجلب من هذا الموقع.
desk-results = النتائج
desk-who = هل هي لهذا الشخص؟ بريد إلكتروني أو عنوان ملف شخصي، يُقارن هنا ولا يُرسل إلى أحد
desk-csv = احفظ جدولًا (CSV)
desk-again = تحقق مجددًا
desk-clear = امسح
desk-by = من
desk-to = إلى
desk-on = في
desk-until = حتى
desk-from = من
desk-hidden = لم يُذكر الاسم؛ يُعرَّف بعنوان محمي
desk-pasted = ما لُصق
desk-nothing = لم يُعثر فيه على شارة ولا على رابط منحة من هذا الموقع
desk-no-rdfc = تعذّر تحميل الجزء الذي يقرأ JSON-LD في هذه الصفحة
desk-valid-stranger = أصلية، من جهة مانحة لا يعرفها هذا الموقع.
desk-csv-head = النتيجة|السبب|الشارة|الجهة المانحة|معرّف الجهة المانحة|المستلم|تاريخ المنح|تسري حتى|المعرّف|المصدر|الشخص|وقت التحقق
# $host is the name of another host.
desk-ask = اسأل { $host }
desk-ask-why = للتحقق من هذا لا بد أن يسأل متصفحك { $host } عن مفاتيح أو قوائم. وهذا يخبر { $host } بأن شخصًا من عنوانك ينظر إلى هذه الشارة.
# All four are numbers, $time is a time of day.
desk-count = جرى التحقق من: { $all }. سليمة: { $good }. غير سليمة: { $bad }. تعذّر التحقق: { $open }. الساعة { $time }.
desk-count-strangers = أصلية، لكن من جهة مانحة لا يعرفها هذا الموقع: { $number }.
desk-too-many = أُخذت أول { $most } فقط: امسح الصفحة لتتابع.
# $site is the address of the site.
desk-file = فُتحت هذه الصفحة من ملف. تقرأ ما تعطيها إياه، ولا تطلب المفاتيح والقوائم إلا عبر الشبكة، من { $site } ومن أي مكان آخر، بعد موافقتك.
desk-copy = هذه نسخة في { $host }. وما وُقّع لأجل { $site } يُطلب من هناك بعد موافقتك.
award-others-dcc = أعطِ الملف credential.json لأداة VerifierPlus من Digital Credentials Consortium: تتحقق من التوقيع الأول وقائمة الحالة، ولا تعرف شيئًا عن هذا الموقع.
award-others-1edtech = أعطِ الملف credential.json لأداة التحقق العامة من 1EdTech، القائمين على Open Badges: تتحقق من الشكل والتوقيع الأول والحالة.
award-desk = تحقق من هذه الشارة وغيرها في مكتب هذا الموقع

## What is sent after an award (`accolade announce`): a comment at the git host, and letters

announce-heading = مُنحت حديثًا
# $badge is the badge's name, $who an account or a name, $issuer the issuer's name, $day a date.
announce-award = { $badge } إلى { $who }، منحتها { $issuer } في { $day }
announce-somebody = شخص لم يُذكر اسمه هنا
# $count is a number.
announce-more = { $count ->
    [zero] ولا غيرها
    [one] ومنحة أخرى
    [two] ومنحتان أخريان
    [few] و{ $count } مُنَح أخرى
    [many] و{ $count } منحة أخرى
   *[other] و{ $count } منحة أخرى
}
announce-page = صفحة كل منحة تثبت نفسها لمن يفتحها. ويستطيع صاحبها أن ينزّلها هناك ويطبعها ويضيفها إلى ملفه الشخصي.
announce-subject = مُنحت شارة: { $badge }
announce-hello = مرحبًا،
announce-hello-name = مرحبًا { $name }،
# $issuer is the issuer's name, $badge the badge's, $day a date, $url the address of the award's page.
announce-letter =
    في { $day } منحتك { $issuer } شارة «{ $badge }». وهذه صفحتها:

    { $url }

    تثبت الصفحة نفسها لمن يفتحها. يمكنك هناك تنزيل الشارة وطباعتها وإضافتها إلى ملفك الشخصي. وليس عنوان بريدك الإلكتروني مذكورًا فيها؛ ومن يعرف العنوان يستطيع أن يتحقق هناك من أن الشارة لك.

## Nominating: /nominate/, and its posters

nominate-title = رشّح شخصًا
nominate-lead = هل استحق أحدهم شارة؟ اكتب من هو وعلامَ يستحقها. يصير ذلك ملفًا يراجعه آخرون؛ ولا يُرسل شيء قبل أن تقول أنت ذلك.
nominate-no-script = يحتاج نموذج هذه الصفحة إلى JavaScript. ومن دونه اكتب الملف بنفسك، أو استخدم النموذج أدناه.
nominate-by-hand = الترشيح ملف في المجلد ‎“nominations”‎؛ وينبغي ألا يدل اسمه على الشخص.
nominate-badge = الشارة
nominate-choose = اختر شارة
# $day is the last day on which nominations are taken.
nominate-until = الترشيح متاح حتى { $day }
# $badge is the name of a badge.
nominate-closed = أُغلق الترشيح لشارة «{ $badge }».
nominate-who = من هو؟
nominate-who-help = بريده الإلكتروني، أو عنوان ملف شخصي عام، أو DID. يبقى البريد الإلكتروني على هذا الجهاز: لا تُكتب إلا شيفرة مشتقة منه.
nominate-narrative = ماذا فعل؟
nominate-evidence = أين يمكن رؤية ذلك؟
nominate-evidence-help = روابط، واحد في كل سطر. يمكنك ترك هذا فارغًا.
nominate-date = متى؟
nominate-name = الاسم
nominate-name-help = فقط إن أراد ذكر اسمه: يُوقَّع الاسم، ولا يمكن سحبه من كل مكان. والمنحة بلا اسم لا تقل قيمة.
nominate-consent = أين وافق على ذكر اسمه؟
nominate-consent-help = رابط، أو كلمات قليلة مثل «أخبرني بذلك في اليوم نفسه».
nominate-make = أنشئ الترشيح
nominate-done = ترشيحك جاهز
# $host is the name of the git host.
nominate-next = يفتح { $host } صفحة فيها الملف. اختر هناك “Propose changes” أو “Commit changes”: ينشأ من ذلك طلب يراجعه آخرون. تحتاج إلى حساب.
nominate-paste = انسخ النص أدناه، والصقه في الصفحة التي يفتحها { $host }.
nominate-open = افتحه في { $host }
nominate-send = أعطِ هذا الملف للقائمين على هذا الموقع.
nominate-copy = انسخ النص
nominate-copied = نُسخ.
nominate-download = احفظ الملف
nominate-issue = ليس لديك حساب git، أو تفضّل نموذجًا بسيطًا؟ استخدم هذا.
nominate-bad-badge = اختر شارة.
nominate-bad-who = اكتب بريدًا إلكترونيًا (ada@example.org)، أو عنوان ملف شخصي كاملًا ‎(https://…)‎، أو DID ‎(did:…)‎.
nominate-bad-consent = قل أين وافق، أو اترك الاسم.
nominate-bad-address = احذف البريد الإلكتروني: يستطيع الجميع قراءته.
nominate-bad-narrative = قل في جملة ماذا فعل.
nominate-bad-link = اكتب عناوين كاملة تبدأ بـ ‎https://‎، واحدًا في كل سطر.
badge-nominate = رشّح شخصًا لهذه الشارة
badge-poster = ملصق عليه رمز QR
# $badge is the name of a badge.
poster-title = { $badge }: ملصق
poster-call = هل استحققت هذه أنت أو من بجانبك؟ أخبرنا.
# $day is the last day on which nominations were taken.
poster-closed = أُغلق الترشيح في { $day }
