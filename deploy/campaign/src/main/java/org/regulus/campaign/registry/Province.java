package org.regulus.campaign.registry;

/** The 31 divisions of GB/T 2260 that have a communications administration, with how many operators of a hundred or so sit there. */
enum Province {
    BEIJING("11", "京", 14),
    TIANJIN("12", "津", 2),
    HEBEI("13", "冀", 3),
    SHANXI("14", "晋", 2),
    INNER_MONGOLIA("15", "蒙", 1),
    LIAONING("21", "辽", 3),
    JILIN("22", "吉", 1),
    HEILONGJIANG("23", "黑", 1),
    SHANGHAI("31", "沪", 9),
    JIANGSU("32", "苏", 8),
    ZHEJIANG("33", "浙", 8),
    ANHUI("34", "皖", 3),
    FUJIAN("35", "闽", 4),
    JIANGXI("36", "赣", 2),
    SHANDONG("37", "鲁", 5),
    HENAN("41", "豫", 3),
    HUBEI("42", "鄂", 3),
    HUNAN("43", "湘", 3),
    GUANGDONG("44", "粤", 16),
    GUANGXI("45", "桂", 1),
    HAINAN("46", "琼", 1),
    CHONGQING("50", "渝", 2),
    SICHUAN("51", "川", 4),
    GUIZHOU("52", "黔", 2),
    YUNNAN("53", "滇", 1),
    TIBET("54", "藏", 1),
    SHAANXI("61", "陕", 2),
    GANSU("62", "甘", 1),
    QINGHAI("63", "青", 1),
    NINGXIA("64", "宁", 1),
    XINJIANG("65", "新", 1);

    final String code;
    final String sign;
    final int weight;

    Province(String code, String sign, int weight) {
        this.code = code;
        this.sign = sign;
        this.weight = weight;
    }
}
